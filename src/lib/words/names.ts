import type { By } from '../measures/measure.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { endingWords } from './endings.ts';

/** The names of what measures are split by: names.service['roads'] is "ROADS". Plain data. */
export type Names = Partial<Record<Split, Record<string, string>>>;

type Split = By['kind'] | NonNullable<By['within']>['kind'];

/** Collect the names that a portfolio gives to its services, localities, promises and so on. */
export function namesOf(portfolio: Portfolio): Names {
  const roles = portfolio.services.flatMap((service) => service.roles);
  return {
    service: named(portfolio.services),
    locality: named(portfolio.localities),
    group: named(portfolio.groups),
    contract: named(portfolio.contracts),
    role: named(roles),
    stage: Object.fromEntries(
      portfolio.services.flatMap(({ id, name, pathway }) =>
        pathway.map((stage) => [`${id}.${stage.id}`, `${name}: ${stage.name}`]),
      ),
    ),
    need: named(portfolio.needs),
    criterion: Object.fromEntries(portfolio.standards.map(({ id, promise }) => [id, promise])),
  };
}

/** The name of what `by` points at: "ROADS", "Girvan", "funding ended", "2027-28"; null gives "". */
export function nameOf(by: By | null, names: Names): string {
  if (by === null) return '';
  const name = lookUp(by.kind, by.id, names);
  // A way from one service to another.
  if (by.kind === 'service' && by.within?.kind === 'service') {
    return `${name} to ${lookUp('service', by.within.id, names)}`;
  }
  return by.within ? `${name}, ${lookUp(by.within.kind, by.within.id, names)}` : name;
}

const FUNDING: Record<string, string> = {
  awards: 'services paid by awards that end',
  recurrent: 'services paid for good',
};

const FIXED: Partial<Record<Split, Record<string, string>>> = {
  funding: FUNDING,
  relationship: {
    person: 'a person and a worker',
    family: 'family members and a worker',
    community: 'the recovery community',
  },
  sector: {
    statutory: 'statutory sector',
    third: 'third sector',
    partnership: 'partnerships of both sectors',
  },
  size: { large: 'large providers', local: 'local providers' },
  link: {
    'across-sectors': 'across sectors',
    'between-organisations': 'between organisations',
    'without-agreement': 'between organisations without an agreement',
    'without-information-sharing': 'between organisations that have not agreed what to share',
    'without-dispute-resolution':
      'between organisations that have not agreed how to settle disputes',
  },
  deprivation: { most: 'people in the most deprived fifth', others: 'people elsewhere' },
};

/** A name may be missing when a result is older than the model: its id still says which. */
function lookUp(kind: Split, id: string, names: Names): string {
  if (kind === 'reason') return endingWords(id).words;
  const fixed = FIXED[kind]?.[id];
  if (fixed) return fixed;
  const known = names[kind]?.[id];
  if (known) return known;
  // Funders and years are called what they are written as.
  return kind === 'year' || kind === 'funder' ? id : id.replaceAll('-', ' ');
}

function named(items: readonly { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(items.map(({ id, name }) => [id, name]));
}
