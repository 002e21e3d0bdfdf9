import { expect, test, vi } from 'vitest';
import type { Summary } from '../comparison/summary.ts';
import type { Change } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { DRAFT, LiveRun } from './live-run.svelte.ts';
import type { Summed } from './summing-pool.ts';

const draftOf = (changes: Change[]) => [{ id: DRAFT, title: 'Your scenario', changes }];
const longer = draftOf([{ set: 'contracts.*.term', to: '36 months' }]);

test('shows nothing of another scenario when it is stopped before a first result', async () => {
  const looks: ((summed: Summed) => void)[] = [];
  const run = new LiveRun({
    startPool: () => ({
      run: () => new Promise<Summed>((resolve) => looks.push(resolve)),
      close: () => undefined,
    }),
    fetchModel: async () => ({ bide: 1 }) as PortfolioFile,
    run: { seed: 7, replications: 20, follow: 0 },
    engine: 'test',
    portfolio: { id: 'a', title: 'A', hash: 'h', notice: '', start: '2027-04-01', horizonDays: 1 },
    baseline: { id: 'as-it-is', title: 'As it is' },
    shows: 'main',
  });
  const begun = (count: number) => vi.waitFor(() => expect(looks).toHaveLength(count));
  void run.start(longer);
  await begun(1);
  looks[0]({ summary: { replications: 2 } as Summary, warnings: { [DRAFT]: [] } });
  await begun(2);
  void run.start(draftOf([]));
  await begun(3);
  expect(run.summary?.replications).toBe(2);
  run.stop();
  expect([run.state, run.summary, run.warnings]).toEqual(['stopped', null, {}]);

  void run.start(longer);
  run.stop();
  expect([run.state, run.summary?.replications]).toEqual(['stopped', 2]);
  run.close();
});
