import { describe, expect, it } from 'vitest';
import { estimateOf, zOf } from './estimate.ts';
import { readCase } from './read-case.ts';
import { judgedOf } from './readings.ts';
import { replicationsOf } from './replications.ts';
import { runCase } from './run-case.ts';

/** One figure of a model made 5 to 10% wrong, and the answer that must then be missed. */
const wrong: [name: string, path: string, to: string, measure: string, replications?: number][] = [
  ['mm1', 'groups.people.arrive', '5.3 per day', 'wait-mean-days'],
  ['mmck-8-12', 'groups.people.arrive', '10.1 per day', 'turned-away-share'],
  ['erlanga-8-overload', 'groups.people.patience.mean', '2.2 days', 'wait-mean-days'],
  ['mmn-constant-patience', 'groups.people.patience.exactly', '2.2 days', 'wait-mean-days'],
  [
    'erlangb-insensitive',
    'services.lognormal.pathway.0.lasts.mean',
    '1.08 days',
    'turned-away-share',
  ],
  ['finite-pool', 'groups.circle.pool.each-arrives', '10.8% per day', 'wait-mean-days'],
  ['pathway-leaving', 'services.team.pathway.0.leave', '2.2% per day', 'left-early-share'],
  ['familiarity-leaving', 'assumptions.familiarity-effect.best', '0.44', 'relationship-mean-days'],
  ['relationship-min', 'services.team.roles.worker.leave', '55% per year', 'worker-left-share', 50],
  [
    'workforce-turnover',
    'services.team.roles.worker.replaced.mean',
    '99 days',
    'posts-filled-share',
  ],
  [
    'turnover-3x2',
    'services.team.roles.worker.replaced.mean',
    '3.3 months',
    'posts-filled-mean',
    160,
  ],
  ['time-limit', 'services.team.limit', '340 days', 'cut-short-share'],
  ['mginf-filling', 'services.constant.pathway.0.lasts.exactly', '11.2 months', 'present-at-day'],
  ['passing-on', 'handovers.cold.arrives', '36%', 'referred-per-day'],
];

/** A comparison that cannot fail proves nothing: each of these must. */
describe('an error of 5 to 10% is seen', { timeout: 300_000 }, () => {
  it.each(wrong)('in %s, with %s at %s', (name, path, to, measure, replications) => {
    const known = readCase(name);
    const { totals } = replicationsOf(name, false);
    const run = runCase(known.model, {
      replications: replications ?? totals,
      changes: [{ set: path, to: to.endsWith('.44') ? Number(to) : to }],
    });
    const farthest = known.answers
      .filter((answer) => answer.measure === measure)
      .flatMap((answer) => judgedOf(known, answer))
      .map(({ known: theory, read }) => Math.abs(zOf(estimateOf(read(run)), theory(run))));
    expect(Math.max(...farthest)).toBeGreaterThan(4);
  });
});
