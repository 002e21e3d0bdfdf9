import type { SnapshotText } from '$lib/snapshot/snapshot.ts';
import { readSnapshotText } from '$lib/snapshot/read-snapshot-text.ts';

/** A whole text of a snapshot, assured and approved, with every check done. */
export const WHOLE = `bide-snapshot: 1
slug: longer-awards
title: Longer awards for one worker
question: How many people lose their worker because an award ends?
summary: |
  Longer awards keep more people with the worker they know.
narrative: |
  ## What we found

  Longer awards help. **Most** of it is dates.
not-chosen:
  - { option: Five years, why: The fund is agreed for three. }
dissent:
  - { says: We would rather have a second worker., from: Three members of the panel }
cannot-show:
  - { says: She came back every week., from: A family member }
limits:
  - Not a forecast for any person.
review-by: "2028-04-01"
roles:
  commissioner: { role: Coordinator, organisation: Partnership }
  analyst: { role: Planning analyst, organisation: Partnership }
  assurer: { role: Statistician, organisation: Health board }
  approver: { role: Chief officer, organisation: Partnership }
assurance: { says: The model fits the question., date: "2027-03-01", limits: Few local figures. }
approval: { says: Fit to inform the decision., date: "2027-03-08" }
checks-done:
  - Two people read the model against the records.
checklist:
  assumptions-log: Complete.
  checks: Listed.
  small-numbers: None.
  personal-data: Read by the information governance lead.
  plain-summary: Read with the panel.
  open-tender: None is open.
  told-first: Staff were told on 1 March.
decision: Agree awards of three years.
`;

/** Read the whole text with some lines changed. */
export function readWith(...changes: [from: string | RegExp, to: string][]) {
  const text = changes.reduce((so, [from, to]) => so.replace(from, to), WHOLE);
  return readSnapshotText({ path: 'snapshot.yaml', text });
}

/** The whole text, as it is read. */
export function wholeText(): SnapshotText {
  const { value } = readWith();
  if (!value) throw new Error('The whole text cannot be read.');
  return value.text;
}
