import fc from 'fast-check';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { anyPortfolio } from './frills.ts';
import { modelOf, programOf } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** A change that a lever or a scenario might make to a service. */
function changeOf(raw: Raw): fc.Arbitrary<Change> {
  const services = raw.services as Record<string, Raw>;
  return fc.constantFrom(...Object.keys(services)).chain((id) => {
    const { roles = {}, places, points, pathway } = services[id];
    const at = `services.${id}`;
    const choices: fc.Arbitrary<Change>[] = [
      fc.constant({ set: 'contracts.*.term', to: '60 months' }),
      fc.constant({ set: 'groups.*.arrive', to: '7 per month' }),
      fc.boolean().map((mat) => ({ set: `${at}.gives-mat`, to: mat })),
      fc.nat({ max: 12 }).map((most) => ({ set: `${at}.list`, to: { 'at-most': most } })),
      fc
        .integer({ min: 3, max: 30 })
        .map((weeks) => ({ set: `${at}.limit`, to: `${weeks} weeks` })),
    ];
    if (pathway) choices.push(...otherPathways(at, pathway as Raw[], 'peer' in (roles as Raw)));
    if (Object.keys(services).length > 1 && id !== 'first') {
      choices.push(fc.constant({ remove: at }));
    }
    for (const role of Object.keys(roles as Raw)) {
      const posts = fc.nat({ max: 8 }).map((halves) => halves / 2);
      choices.push(posts.map((to) => ({ set: `${at}.roles.${role}.posts`, to })));
      const caseload = fc.integer({ min: 1, max: 9 });
      choices.push(caseload.map((to) => ({ set: `${at}.roles.${role}.caseload`, to })));
    }
    if ((places as Raw | undefined)?.beds) {
      const beds = fc.nat({ max: 8 });
      choices.push(beds.map((to) => ({ set: `${at}.places.beds.beds`, to })));
    }
    if (points) choices.push(fc.constant({ set: `${at}.people-enter-at-a-session`, to: true }));
    return fc.oneof(...choices);
  });
}

/** Stages that go, come, change their places or pass to another role. */
function otherPathways(at: string, pathway: Raw[], peer: boolean): fc.Arbitrary<Change>[] {
  const [first, second = first] = pathway;
  const set = (...to: unknown[]): Change => ({ set: `${at}.pathway`, to });
  const one = (stage: Raw) => `${at}.pathway.${stage.stage as string}`;
  const changes: Change[] = [
    { remove: one(first) },
    { remove: one(second) },
    set({ ...first, stage: 'another' }, second),
    set(first, { ...second, stage: 'another' }),
    set({ ...second, stage: 'another' }),
    set(second, first),
    { set: `${one(first)}.with`, to: 'none' },
    { set: `${one(first)}.load`, to: 2 },
    { set: `${one(second)}.load`, to: 0.5 },
    ...(peer ? [{ set: `${one(first)}.with`, to: 'peer' }] : []),
    ...(peer ? [{ set: `${one(second)}.with`, to: ['peer', 'worker'] }] : []),
  ];
  return changes.map((change) => fc.constant(change));
}

/** Any portfolio with one to three changes to it. */
export const changed = (allowed: Parameters<typeof anyPortfolio>[0]) =>
  anyPortfolio({ ...allowed, warmUp: '1 year' }).chain((raw) =>
    fc.tuple(fc.constant(raw), fc.array(changeOf(raw), { minLength: 1, maxLength: 3 })),
  );

/** The program of some changes; tries that make no portfolio are not counted. */
export function programWith(raw: Raw, changes: Change[]) {
  const model = modelOf(raw);
  try {
    return { model, program: programOf(model, changes) };
  } catch {
    return fc.pre(false) as never;
  }
}
