import type { Finding } from '$lib/diagnostics/finding.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { resolve } from '$lib/portfolio/resolve.ts';

/**
 * Refuse a comparison in which a scenario has awards that the time looked ahead is too short for,
 * though it is long enough for what the scenario is compared with: ends that go unseen would make it
 * look better. Throws `RunFailed` with what would mend it, as the pages say it.
 */
export function refuseShortHorizon(model: Model, [baseline, ...others]: readonly Scenario[]): void {
  const shortOf = ({ changes }: Scenario) =>
    resolve(model.raw, { id: model.id, changes }).findings.filter(
      ({ code }) => code === 'horizon-short',
    );
  const known = shortOf(baseline).map(({ what }) => what);
  for (const scenario of others) {
    const found = shortOf(scenario).filter(({ what }) => !known.includes(what));
    if (found.length === 0) continue;
    throw new RunFailed(
      `“${scenario.title}” cannot stand beside “${baseline.title}”.`,
      found.map((finding): Finding => ({ ...finding, severity: 'error' })),
    );
  }
}
