/**
 * The portfolios that a published text may stand for: what it does not say of small teams, and what
 * it rounds there, put at every end. Only what all of them say alike is true of the partnership.
 */
import type { Principle } from '../portfolio/commissioning.ts';
import type { Portfolio, Role, Service } from '../portfolio/portfolio.ts';
import type { Quantity } from '../portfolio/quantity.ts';
import { MARK_UNSAID, ROUNDED_BY, type DisclosureEdit } from './snapshot.ts';

/** Pounds a day; by the hour, pence add a little to half a step. */
const ROUNDING = (ROUNDED_BY / 2 + 50) / 365.25;

/**
 * How far rounded pay and costs are moved, as shares of that: to the ends, and half way, for a test
 * may hold between the ends alone.
 */
const OFF: [pay: number, cost: number][] = [
  ...[-1, -0.5, 0.5, 1].flatMap((by): [number, number][] => [
    [by, 0],
    [0, by],
  ]),
  ...[-1, 1].flatMap((pay) => [-1, 1].map((cost): [number, number] => [pay, cost])),
];

/** The share of every small role's posts that may be held with lived experience. */
const MARKED = [0.25, 0.5, 0.75, 1];

/** Shares of money turn where the costs of one kind are all higher, and all others lower. */
const KINDS: ((service: Service) => boolean)[] = [
  ({ provider }) => provider.size === 'local',
  ({ provider }) => provider.size === 'large',
  ({ provider }) => provider.sector === 'third',
];

/** One way in which the true portfolio may differ: where its figures lie, as shares of a step. */
interface Otherwise {
  pay: number;
  cost: (service: Service) => number;
  marked: number;
}

/**
 * Return the portfolios that a published one may stand for, itself first; nothing else where nothing
 * was left unsaid. Records from before marks were left unsaid alike are judged as they were then.
 */
export function possiblePortfolios(
  published: Portfolio,
  edits: readonly DisclosureEdit[],
): Portfolio[] {
  if (!isMarkUnsaid(edits)) return [published];
  const at = new Map<string, Set<DisclosureEdit['what']>>();
  for (const { path, what } of edits) {
    const role = path.replace(/\.[^.]*$/, '');
    at.set(role, (at.get(role) ?? new Set()).add(what));
  }
  const isRounded = edits.some(({ what }) => what !== MARK_UNSAID);
  const money = isRounded ? allMoney() : [];
  const ways = [
    ...MARKED.map((marked) => ({ pay: 0, cost: () => 0, marked })),
    ...money.flatMap((one) => [0, 1].map((marked) => ({ ...one, marked }))),
  ];
  return [published, ...ways.map((way) => asIf(published, at, way))];
}

/** Whether the test of a principle names anything that differs between them. */
export function mayTurn({ written, partlyWritten }: Pick<Principle, 'written' | 'partlyWritten'>) {
  return UNSAID.test(written) || UNSAID.test(partlyWritten ?? '');
}

/** Pay, costs, marks, and the shares of money that are shared out as costs are. */
const UNSAID = /\bpay\b|\bcosts?\b|lived-experience|local-provider|share-of-awards/;

/** Whether a record says of no small role whether it is held with lived experience. */
export function isMarkUnsaid(edits: readonly DisclosureEdit[]): boolean {
  return edits.some(({ what }) => what === MARK_UNSAID);
}

function allMoney(): Omit<Otherwise, 'marked'>[] {
  const alike = OFF.map(([pay, cost]) => ({ pay, cost: () => cost }));
  const apart = KINDS.flatMap((isOne) =>
    [1, -1].map((sign) => ({
      pay: 0,
      cost: (service: Service) => (isOne(service) ? sign : -sign),
    })),
  );
  return [...alike, ...apart];
}

function asIf(
  portfolio: Portfolio,
  edits: ReadonlyMap<string, ReadonlySet<DisclosureEdit['what']>>,
  way: Otherwise,
): Portfolio {
  const services = portfolio.services.map((service) => ({
    ...service,
    roles: service.roles.map((role) => {
      const edited = edits.get(`services.${service.id}.roles.${role.id}`);
      return edited ? roleAsIf(role, edited, service, way) : role;
    }),
  }));
  return { ...portfolio, services };
}

function roleAsIf(
  role: Role,
  edited: ReadonlySet<DisclosureEdit['what']>,
  service: Service,
  { pay, cost, marked }: Otherwise,
): Role {
  const isMarked = edited.has(MARK_UNSAID);
  return {
    ...role,
    ...(role.pay && edited.has('pay rounded') ? { pay: moved(role.pay, pay) } : {}),
    cost: edited.has('cost rounded') ? moved(role.cost, cost(service)) : role.cost,
    livedExperience: isMarked ? { ...role.livedExperience, value: marked } : role.livedExperience,
  };
}

/** All of a figure's amounts were rounded, so all of them move. */
function moved(figure: Quantity, by: number): Quantity {
  const off = by * ROUNDING;
  const { value, low, high } = figure;
  return {
    ...figure,
    value: value + off,
    ...(low === undefined ? {} : { low: low + off }),
    ...(high === undefined ? {} : { high: high + off }),
  };
}
