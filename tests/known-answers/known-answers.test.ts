import { describe, expect, it } from 'vitest';
import { estimateOf, zOf } from './estimate.ts';
import { caseNames, readCase } from './read-case.ts';
import { judgedOf } from './readings.ts';
import { PEOPLE, replicationsOf } from './replications.ts';
import { runCase } from './run-case.ts';

const long = Boolean(process.env.BIDE_LONG);

/**
 * Every model whose answer is known, run through the ordinary front door. A
 * run agrees when it lies within four of its own standard errors, and no
 * further: the tolerance is never widened. At full length four standard errors
 * must be less than 2% of the answer (or what a comparison says of itself), so
 * that a larger error cannot hide.
 *
 * `KNOWN_ANSWERS_TABLE=1` writes every comparison down.
 */
describe.each(caseNames)('%s', (name) => {
  it('agrees with theory', { timeout: 900_000 }, () => {
    const known = readCase(name);
    const judged = known.answers.flatMap((answer) => judgedOf(known, answer));
    const { totals, people } = replicationsOf(name, long);
    const began = process.cpuUsage();
    const looksAtPeople = judged.some((one) => one.people);
    const followed = looksAtPeople
      ? runCase(known.model, { replications: people, follow: PEOPLE })
      : null;
    const counted =
      followed && people >= totals ? followed : runCase(known.model, { replications: totals });
    const { user, system } = process.cpuUsage(began);
    const wrong = judged.flatMap(({ what, known: theory, read, people: one, closeness = 0.02 }) => {
      const run = one && followed ? followed : counted;
      const value = theory(run);
      const estimate = estimateOf(read(run));
      const z = zOf(estimate, value);
      const share = value === 0 ? 0 : (4 * estimate.standardError) / Math.abs(value);
      const says = `${what}: known ${value}, found ${estimate.value}, z = ${z.toFixed(2)}`;
      if (process.env.KNOWN_ANSWERS_TABLE) {
        const cost = ((user + system) / 1e6).toFixed(1);
        const row = [
          name,
          says,
          (100 * share).toFixed(2),
          100 * closeness,
          one ? 'people' : '',
          cost,
        ];
        // eslint-disable-next-line no-console
        console.log(row.join(' | '));
      }
      if (!(Math.abs(z) < 4)) return [says];
      return long && !(share < closeness) ? [`${says}: too few replications`] : [];
    });
    expect(judged.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
