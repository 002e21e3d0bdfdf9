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
 * mend it, as the pages say it, and where: `checked` holds what the check of the model found.
 */
export function refuseUncomparable(
  model: Model,
  [baseline, ...others]: readonly Scenario[],
  checked: readonly Finding[],
): void {
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
      found.map((finding) => ({ ...placed(finding, scenario, model, checked), severity: 'error' })),
    );
  }
}

/** As the check found it: in the scenario’s file or that of one it builds on, else in the model’s. */
function placed(
  { code, what, ...finding }: Finding,
  scenario: Scenario,
  { files, scenarios }: Model,
  checked: readonly Finding[],
): Finding {
  const same = checked.filter((one) => one.code === code && one.what.startsWith(what));
  let at: Scenario | undefined = scenario;
  while (at) {
    const { id, basedOn }: Scenario = at;
    const found = same.find(({ file }) => /([^\\/]*?)(?:\.ya?ml)?$/.exec(file)?.[1] === id);
    if (found) return found;
    at = scenarios.find((one) => one.id === basedOn);
  }
  const [{ path }] = files;
  const ofModel = same.find(({ file }) => file === path);
  return ofModel ?? { ...finding, code, what, file: path, line: 1, column: 1 };
}
