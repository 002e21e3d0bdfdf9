/** One rule broken on purpose, and the test that must notice. */
export interface Mutant {
  id: string;
  /** What the program would do. */
  breaks: string;
  file: string;
  /** Stands in the file exactly once; `to` takes its place in a copy. */
  from: string;
  to: string;
  /** A test file, and words of the names of those of its tests that are run. */
  noticed: { by: string; in: string };
  /** One of the few that every test run tries; the others are for the long one. */
  everyTime?: true;
}

const known = 'tests/known-answers/known-answers.test.ts';
const rules = 'src/lib/simulation';

export const mutants: Mutant[] = [
  {
    id: 'one-too-many',
    breaks: 'A worker whose caseload is full takes one person more.',
    file: `${rules}/most-room.ts`,
    from: 'if (!(most > load - 1e-6)) return -1;',
    to: 'if (!(most > -1e-6)) return -1;',
    noticed: { by: 'tests/properties/people-are-conserved.test.ts', in: 'who had room' },
    everyTime: true,
  },
  {
    id: 'endless-patience',
    breaks: 'Nobody ever stops waiting.',
    file: `${rules}/referrals.ts`,
    from: 'w.eWaitUntil[e >> 2] = w.now + (days - waited);',
    to: 'w.eWaitUntil[e >> 2] = Infinity;',
    noticed: { by: known, in: 'erlanga-8-overload' },
  },
  {
    id: 'handover-keeps-half',
    breaks: 'A warm handover keeps half of the familiarity that it should.',
    file: `${rules}/workers.ts`,
    from: 'const kept = headStartKept(w, e, terms.keeps[WARM]);',
    to: 'const kept = headStartKept(w, e, terms.keeps[WARM] / 2);',
    noticed: { by: known, in: 'familiarity-kept' },
  },
  {
    id: 'luck-by-scenario',
    breaks: 'Funding shocks differ between scenarios with other terms.',
    file: `${rules}/contracts.ts`,
    from: 'while (w.cShock[c] <= w.now * rate) {',
    to: 'while (w.cShock[c] * (12 / w.terms.termMonths[c]) <= w.now * rate) {',
    noticed: { by: 'tests/properties/terms-are-neutral.test.ts', in: 'a longer award is paid' },
  },
  {
    id: 'hazard-forgotten',
    breaks:
      'When a worker leaves, the hazard of leaving that a person has behind them is forgotten.',
    file: `${rules}/workers.ts`,
    from: 'const kept = headStartKept(w, e, terms.keeps[WARM]);',
    to: 'w.eHazard[e >> 2] = 0; const kept = headStartKept(w, e, terms.keeps[WARM]);',
    noticed: { by: known, in: 'familiarity-lost' },
  },
  {
    id: 'intake-goes-on',
    breaks: 'New people are taken on until the last day of an award that is not renewed.',
    file: `${rules}/relationships.ts`,
    from: 'return w.cPhase[c] === FUNDING_RUNS && w.cIntake[c] === 1;',
    to: 'return w.cPhase[c] === FUNDING_RUNS;',
    noticed: { by: 'tests/properties/intake-stops.test.ts', in: 'nobody new' },
    everyTime: true,
  },
  {
    id: 'money-twice',
    breaks: 'Days of filled posts are paid for twice.',
    file: `${rules}/records.ts`,
    from: 'table[row + SPEND] += w.costNow[s] * days;',
    to: 'table[row + SPEND] += 2 * w.costNow[s] * days;',
    noticed: { by: 'tests/properties/money-adds-up.test.ts', in: '' },
  },
  {
    id: 'ties-turned',
    breaks: 'Of two events at one time the later one pushed comes first.',
    file: 'src/lib/engine/event-queue.ts',
    from: '(above === time && this.orders[this.heapNodes[parent]] < order)',
    to: '(above === time && this.orders[this.heapNodes[parent]] > order)',
    noticed: { by: 'src/lib/engine/event-queue.test.ts', in: 'ties in the order pushed' },
    everyTime: true,
  },
  {
    id: 'transfers-lost',
    breaks: 'No worker goes over to a new provider.',
    file: `${rules}/contracts.ts`,
    from: 'return u < w.terms.transfers[c];',
    to: 'return u < 0;',
    noticed: { by: known, in: 'contract-transfer' },
  },
  {
    id: 'limit-planned',
    breaks: 'Support cut off by a time limit counts as a planned ending.',
    file: `${rules}/episodes.ts`,
    from: 'endEpisode(w, e, TIME_LIMIT);',
    to: 'endEpisode(w, e, PLANNED_ENDING);',
    noticed: { by: known, in: 'time-limit' },
  },
  {
    id: 'session-twice',
    breaks: 'The session at hand is found again as the next one.',
    file: `${rules}/sessions.ts`,
    from: 'return time > w.now ? time : day + 7 + sessionTime[i];',
    to: 'return time > w.now ? time : time + 7;',
    noticed: { by: 'tests/known-answers/sessions.test.ts', in: 'once a week' },
    everyTime: true,
  },
  {
    id: 'list-too-long',
    breaks: 'A list takes one person more than it has room for.',
    file: `${rules}/referrals.ts`,
    from: 'w.listCount[s] < limit',
    to: 'w.listCount[s] <= limit',
    noticed: { by: known, in: 'mmck-8-12' },
  },
  {
    id: 'first-is-last',
    breaks: 'People who are first in line stand behind the others.',
    file: `${rules}/lists.ts`,
    from: '(w.nPriority[after] < priority ||',
    to: '(w.nPriority[after] > priority ||',
    noticed: { by: known, in: 'cobham-8' },
  },
  {
    id: 'no-vacancies',
    breaks: 'A worker who left is replaced on the same day.',
    file: `${rules}/workers.ts`,
    from: 'w.schedule(w.now + empty, i, POST',
    to: 'w.schedule(w.now + 0 * empty, i, POST',
    noticed: { by: known, in: 'workforce-turnover' },
  },
];
