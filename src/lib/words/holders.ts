/**
 * Who usually holds a figure, by where it stands in a model: a role, never a
 * name. A model that knows better says so itself, under “holder”.
 */

/** First fit wins; `*` stands for any one part of a path, `**` for the rest of it. */
const HOLDERS: readonly (readonly [pattern: string, holder: string])[] = [
  ['localities.**', 'Council data or planning team, from the census'],
  ['travel.**', 'Council transport team, or the bus timetable'],
  ['groups.*.arrive', 'ADP information officer, from referral records'],
  ['groups.*.pool.**', 'ADP information officer, from referral records'],
  ['groups.*.changes-by', 'ADP information officer, from referral records'],
  ['groups.*.live.**', 'ADP information officer, from referral records'],
  ['groups.*.turn-to.**', 'ADP information officer, from referral records'],
  ['groups.*.needs.**', 'Service managers, from assessments'],
  ['groups.*.patience.**', 'Public Health Scotland waiting times team'],
  ['groups.*.other-life-events', 'Public health team, from records of deaths and moves'],
  ['groups.*.comes-back.**', 'Service managers, from case records'],
  ['groups.*.**', 'People with lived experience, families and their workers'],
  ['services.*.roles.*.caseload', 'Team leaders'],
  ['services.*.roles.*.posts', 'Service managers'],
  ['services.*.roles.*.cost', 'Each provider’s finance officer'],
  ['services.*.roles.*.pay', 'Each provider’s finance officer'],
  ['services.*.roles.*.handover-warm', 'Team leaders'],
  ['services.*.roles.*.asks-for-another', 'Team leaders'],
  ['services.*.roles.*.travel-load', 'Team leaders'],
  ['services.*.roles.**', 'Each provider’s personnel office'],
  ['services.*.places.**', 'Service manager, and the contracts officer'],
  ['services.*.fixed-cost', 'Each provider’s finance officer'],
  ['services.*.provider.**', 'Each provider’s finance officer'],
  ['services.*.partners.**', 'Service manager, with the partner organisation'],
  ['services.*.pathway.*.leave.**', 'Service manager, from when and why support ended'],
  ['services.*.pathway.*.lasts.**', 'Service manager, from when support began and ended'],
  ['services.*.pathway.*.today.**', 'Service manager, from today’s caseload'],
  ['services.*.pathway.*.together-today.**', 'Service manager, from today’s caseload'],
  ['services.*.waiting-today.**', 'Service manager, from today’s list'],
  ['services.*.waited-today.**', 'Service manager, from today’s list'],
  ['services.**', 'Service manager'],
  ['contracts.*.renewed', 'ADP coordinator, from past decisions on awards'],
  ['contracts.*.when-refused.**', 'ADP coordinator, from past decisions on awards'],
  ['contracts.**', 'Contracts officer, and the partnership’s finance officer'],
  ['handovers.*.arrives', 'Service managers, from how many of those passed on turned up'],
  ['rules.leaving.**', 'Service manager, from when and why support ended'],
  ['rules.tenure-multiplier', 'Each provider’s personnel office'],
  ['rules.inflation', 'The partnership’s finance officer'],
  ['rules.new-people-stop', 'Service managers'],
  ['rules.hiring-needs', 'Each provider’s personnel office'],
];

/** What nobody counts: a judgement that is best made together. */
export const NOBODY_HOLDS =
  'Nobody counts this: judge it together with people with lived experience and workers';

/**
 * Return who usually holds a figure that stands at these places. `isEffect`:
 * an assumed effect, which no office keeps.
 */
export function usualHolder(places: readonly string[], isEffect: boolean): string {
  if (isEffect) return NOBODY_HOLDS;
  for (const place of places) {
    const found = HOLDERS.find(([pattern]) => fits(place, pattern));
    if (found) return found[1];
  }
  return NOBODY_HOLDS;
}

function fits(place: string, pattern: string): boolean {
  const [keys, parts] = [place.split('.'), pattern.split('.')];
  for (const [index, part] of parts.entries()) {
    if (part === '**') return true;
    if (index >= keys.length || (part !== '*' && part !== keys[index])) return false;
  }
  return keys.length === parts.length;
}
