import type { Names } from '../words/names.ts';
import { nameOf } from '../words/names.ts';
import type { TidyTable } from './csv-file.ts';
import { isoDate } from './iso-date.ts';
import { peopleIn, type ThreadsInput } from './threads-layout.ts';

/** Every relationship drawn: a person without one has a row without a worker. */
export function threadsTidy(input: ThreadsInput, names: Names): TidyTable {
  const people = peopleIn(input);
  const rows = people.flatMap((person) =>
    input.panels.flatMap(({ id, title, threads }) => {
      const thread = threads.find((candidate) => candidate.person === person);
      if (!thread) return [];
      const start = [id, title, person, isoDate(input.start, thread.arrives)];
      const workers = [...new Set(thread.relationships.map(({ worker }) => worker))];
      if (workers.length === 0) return [[...start, null, null, null, null, null, null, null]];
      return thread.relationships.map(({ service, role, worker, from, to, reason }) => [
        ...start,
        workers.indexOf(worker) + 1,
        nameOf({ kind: 'role', id: role }, names),
        nameOf({ kind: 'service', id: service }, names),
        isoDate(input.start, from),
        to === null ? null : isoDate(input.start, to),
        to === null ? null : Math.round((to - from) * 10) / 10,
        to === null ? 'still-going' : reason,
      ]);
    }),
  );
  return {
    columns: [
      'scenario',
      'scenario_title',
      'imagined_person',
      'came_on',
      'worker_of_this_person',
      'role',
      'service',
      'from',
      'to',
      'days_together',
      'ended',
    ],
    rows,
  };
}
