import type { Finding } from '$lib/diagnostics/finding.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { refusalOf } from '$lib/portfolio/refusal.ts';
import { resolve } from '$lib/portfolio/resolve.ts';

/**
 * Refuse a comparison of scenarios that look at different times, and one in which a scenario has
 * awards that the time looked ahead is too short for, though it is long enough for what the scenario
 * is compared with: ends that go unseen would make it look better. Throws `RunFailed` with what would
 * mend it, as the pages say it.
 */
export function refuseUncomparable(model: Model, [baseline, ...others]: readonly Scenario[]): void {
  const under = ({ changes }: Scenario) => {
    const { value, findings } = resolve(model.raw, { id: model.id, changes });
    const short = findings.filter(({ code }) => code === 'horizon-short');
    return { time: value && `${value.start} ${value.horizonDays}`, short };
  };
  const now = under(baseline);
  const known = now.short.map(({ what }) => what);
  for (const scenario of others) {
    const { time, short } = under(scenario);
    const beside = `“${scenario.title}” cannot stand beside “${baseline.title}”.`;
    const found = short.filter(({ what }) => !known.includes(what));
    if (time !== now.time) {
      const refusal = refusalOf(scenario.changes, []) ?? refusalOf(baseline.changes, []);
      throw new RunFailed([beside, refusal?.why, refusal?.mend].join(' '));
    }
    if (found.length === 0) continue;
    throw new RunFailed(
      beside,
      found.map((finding): Finding => ({ ...finding, severity: 'error' })),
    );
  }
}
