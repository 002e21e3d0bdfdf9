import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { caseNames } from './read-case.ts';
import { judgeCase, type Verdict } from './verdict.ts';

const long = Boolean(process.env.BIDE_LONG);

/** Written at full length: every comparison, and what it cost. */
const folder = fileURLToPath(new URL('../../build', import.meta.url));
const report = join(folder, 'known-answers.md');

const head = [
  'Case',
  'Answer',
  'Known',
  'Found',
  'z',
  'Four errors',
  'Refused from',
  'Runs',
  'CPU',
];
const row = (cells: string[]) => `| ${cells.join(' | ')} |\n`;

function rowOf(name: string, one: Verdict, cpuSeconds: number): string {
  return row([
    name,
    one.what,
    one.known.toPrecision(6),
    one.found.toPrecision(6),
    one.z.toFixed(2),
    `${(100 * one.share).toFixed(2)}%`,
    `${100 * one.closeness}%`,
    `${one.replications}${one.people ? ', people followed' : ''}`,
    `${cpuSeconds.toFixed(0)} s`,
  ]);
}

if (long) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(report, row(head) + row(head.map(() => '---')));
}

/**
 * Every model whose answer is known, run through the ordinary front door. A
 * run agrees when it lies within four of its own standard errors, and no
 * further: the tolerance is never widened. At full length there are so many
 * runs that an answer 2% too high, or too low, would be refused (spreads and
 * rare things: what a comparison says of itself), and `build/known-answers.md`
 * reports them all.
 */
describe.each(caseNames)('%s', (name) => {
  it('agrees with theory', { timeout: long ? 7_200_000 : 900_000 }, () => {
    const began = process.cpuUsage();
    const verdicts = judgeCase(name, long);
    const { user, system } = process.cpuUsage(began);
    if (long) {
      const rows = verdicts.map((one) => rowOf(name, one, (user + system) / 1e6));
      appendFileSync(report, rows.join(''));
    }
    const wrong = verdicts.flatMap(({ what, known, found, z, isSharp }) => {
      const says = `${what}: known ${known}, found ${found}, z = ${z.toFixed(2)}`;
      if (!(Math.abs(z) < 4)) return [says];
      return long && !isSharp ? [`${says}: too few replications`] : [];
    });
    expect(verdicts.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
