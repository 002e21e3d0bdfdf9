import { dateInWords } from '../words/dates.ts';
import { lengthOfTime } from '../words/durations.ts';
import { endingWords } from '../words/endings.ts';
import { nameOf, type Names } from '../words/names.ts';
import { capitalised } from '../words/numbers.ts';
import type { ChartTable } from './chart-table.ts';
import { peopleIn, type ThreadsInput } from './threads-layout.ts';

/** Every relationship drawn, one row each: who, in which scenario, with whom, from when, how it ended. */
export function threadsTable(input: ThreadsInput, names: Names): ChartTable {
  const people = peopleIn(input);
  const rows = people.flatMap((person) =>
    input.panels.flatMap(({ title, threads }) => {
      const thread = threads.find((candidate) => candidate.person === person);
      if (!thread) return [];
      const workers = [...new Set(thread.relationships.map(({ worker }) => worker))];
      const head = `Person ${person}`;
      if (thread.relationships.length === 0) {
        return [{ head, cells: [title, 'No relationship began', '', '', '', ''] }];
      }
      return thread.relationships.map(({ service, role, worker, from, to, reason }) => ({
        head,
        cells: [
          title,
          `Worker ${workers.indexOf(worker) + 1} (${nameOf({ kind: 'role', id: role }, names)})`,
          nameOf({ kind: 'service', id: service }, names),
          dateInWords(input.start, from),
          to === null ? 'goes on' : lengthOfTime(to - from),
          to === null ? '' : capitalised(endingWords(reason).words),
        ],
      }));
    }),
  );
  return {
    caption: 'Relationships of the imagined people in the picture',
    head: ['Person', 'Scenario', 'Worker', 'Service', 'From', 'How long', 'How it ended'],
    rows,
    numeric: false,
  };
}

/** The letters that stand in the picture, in the order of the vocabulary: "F funding ended". */
export function lettersUsed(input: ThreadsInput): string[] {
  const people = new Set(peopleIn(input));
  const reasons = new Set(
    input.panels
      .flatMap(({ threads }) => threads)
      .filter(({ person }) => people.has(person))
      .flatMap(({ relationships }) => relationships.flatMap(({ reason }) => reason ?? [])),
  );
  return [...reasons]
    .map(endingWords)
    .sort((a, b) => rank(a.kind) - rank(b.kind) || (a.letter < b.letter ? -1 : 1))
    .map(({ letter, words }) => `${letter} ${words}`);
}

function rank(kind: string): number {
  return ['cut-short', 'other', 'as-planned', 'going-on'].indexOf(kind);
}
