import { hasErrors, type Finding } from '../../diagnostics/finding.ts';
import type { Scenario } from '../../portfolio/portfolio.ts';
import type { Model } from '../../portfolio/read-model.ts';
import { disclose } from '../../snapshot/disclosure.ts';
import { scanForPersonalData } from '../../snapshot/personal-data.ts';
import { readSnapshotText } from '../../snapshot/read-snapshot-text.ts';
import type { Snapshot, SnapshotText } from '../../snapshot/snapshot.ts';
import { PublishRefused } from './publish-refused.ts';

/** What may be published, once it is run. */
export interface Prepared {
  text: SnapshotText;
  /** As it is published: less exact where a team is small. */
  model: Model;
  /** The one that others are compared with first. */
  scenarios: Scenario[];
  edits: Snapshot['inputs']['edits'];
}

/**
 * Find out whether a comparison may be published; null, with findings, where something keeps it
 * from that. `text` is what people wrote for it, in the form of `snapshot.yaml`. Throws
 * `PublishRefused` for fewer than two scenarios.
 */
export function prepareSnapshot(
  text: { path: string; text: string },
  model: Model,
  scenarios: readonly string[],
): { value: Prepared | null; findings: Finding[] } {
  if (scenarios.length < 2) throw new PublishRefused('A snapshot compares two scenarios or more.');
  const read = readSnapshotText(text);
  if (!read.value) return { value: null, findings: read.findings };
  const disclosed = disclose(model, scenarios);
  const personal = scanForPersonalData(
    [{ path: text.path, text: withoutKnown(text.text) }, ...(disclosed.value?.model.files ?? [])],
    read.value.notPersonalData,
  );
  const findings = [...read.findings, ...disclosed.findings, ...personal];
  if (!disclosed.value || hasErrors(findings)) return { value: null, findings };
  const { model: published, edits } = disclosed.value;
  const chosen = scenarios.map((id) => scenarioOf(published, id));
  return { value: { text: read.value.text, model: published, scenarios: chosen, edits }, findings };
}

function scenarioOf(model: Model, id: string): Scenario {
  const scenario = model.scenarios.find((one) => one.id === id);
  if (!scenario) throw new PublishRefused(`There is no scenario ${id} in ${model.id}.`);
  return scenario;
}

/** The list of what is no personal data is not published. */
function withoutKnown(source: string): string {
  return source.replace(/^not-personal-data:.*(?:\n[ \t-].*)*/m, '');
}
