import type { Reading } from './estimate.ts';
import type { Person, Thread } from './packed-threads.ts';
import type { KnownRun } from './run-case.ts';

/** Sum over the people of each replication of what `pick` makes of them: [over, under]. */
export function ofPeople(run: KnownRun, pick: (person: Person) => [number, number]): Reading {
  const over: number[] = [];
  const under: number[] = [];
  for (const people of run.followed) {
    let a = 0;
    let b = 0;
    people.forEach((person) => {
      const [x, y] = pick(person);
      a += x;
      b += y;
    });
    over.push(a);
    under.push(b);
  }
  return { over, under };
}

/** The same over relationships, of one service if it is named. */
export function ofRelationships(
  run: KnownRun,
  service: string | undefined,
  pick: (relationship: Thread) => [number, number],
): Reading {
  return ofPeople(run, ({ threads }) => {
    let over = 0;
    let under = 0;
    for (const one of threads) {
      if (service !== undefined && one.service !== service) continue;
      const [x, y] = pick(one);
      over += x;
      under += y;
    }
    return [over, under];
  });
}

/**
 * Of those who asked for a place, who did not get it on the spot. Who never got
 * one waited too. Somebody passed on asks when the relationship before ends.
 */
export function waited(run: KnownRun, service: string | undefined, longer = 0): Reading {
  return ofPeople(run, ({ arrives, threads }) => {
    let over = threads.length === 0 ? 1 : 0;
    let under = over;
    threads.forEach((one, i) => {
      if (service !== undefined && one.service !== service) return;
      const asked = i === 0 ? arrives : threads[i - 1].to;
      under++;
      if (one.from - asked > longer) over++;
    });
    return [over, under];
  });
}

/** Days from coming to the first relationship, of a group's people who got one. */
export function waitOfGroup(run: KnownRun, group: string): Reading {
  return ofPeople(run, (person) => {
    if (person.group !== group || person.threads.length === 0) return [0, 0];
    return [person.threads[0].from - person.arrives, 1];
  });
}

/** Of relationships begun early enough to be watched for `days`, how many last longer. */
export function lastsOver(run: KnownRun, days: number): Reading {
  return ofRelationships(run, undefined, ({ from, to }) => {
    if (from + days > run.endDay) return [0, 0];
    return [to - from > days ? 1 : 0, 1];
  });
}

/** Days so far of the relationships of a service that are going on at `day`. */
export function soFarAt(run: KnownRun, service: string | undefined, day: number): Reading {
  return ofRelationships(run, service, ({ from, to }) =>
    from <= day && to > day ? [day - from, 1] : [0, 0],
  );
}
