/** What must have been done before a snapshot is more than a draft. */
export const CHECKS = [
  { id: 'assumptions-log', asks: 'Does the assumptions log hold every assumption that matters?' },
  { id: 'checks', asks: 'Were the checks done, and are they listed?' },
  { id: 'small-numbers', asks: 'Are there small real counts that could tell who somebody is?' },
  { id: 'personal-data', asks: 'Has a person read all texts for personal data?' },
  { id: 'plain-summary', asks: 'Have people outside the project understood the summary?' },
  { id: 'open-tender', asks: 'Is a tender open that this could give an advantage in?' },
  { id: 'told-first', asks: 'Were the staff and people affected told first?' },
] as const;

export type CheckId = (typeof CHECKS)[number]['id'];

/** Return the checks that nobody has said anything about. */
export function openChecks(done: Partial<Record<CheckId, string>>): (typeof CHECKS)[number][] {
  return CHECKS.filter(({ id }) => !done[id]);
}
