import type { Portfolio, Service } from '$lib/portfolio/portfolio.ts';
import { hourInWords, weekdayInWords } from '$lib/words/dates.ts';
import { listOf } from '$lib/words/numbers.ts';

/** Who comes to a service: groups that turn there first, and services that pass people on. */
export function whoComes(portfolio: Portfolio, index: number): string[] {
  const groups = portfolio.groups
    .filter(({ turnTo }) => turnTo.some(({ service }) => service === index))
    .map(({ name }) => name);
  const from = portfolio.services
    .filter((service) => linksOf(service).some(({ to }) => to === index))
    .map(({ name }) => name);
  return from.length > 0 ? [...groups, `People passed on by ${listOf(from)}`] : groups;
}

/** "Hub: Ayr North, Monday to Friday 10am to 4pm". */
export function openings(portfolio: Portfolio, service: Service): string[] {
  return service.points.map(({ name, locality, sessions }) => {
    const times = new Map<string, number[]>();
    for (const { weekday, from, to } of sessions) {
      const time = `${hourInWords(from)} to ${hourInWords(to)}`;
      times.set(time, [...(times.get(time) ?? []), weekday]);
    }
    const open = [...times].map(([time, days]) => `${daysInWords(days)} ${time}`);
    const place = portfolio.localities[locality].name;
    // A stop of a vehicle has no name of its own.
    const where = service.kind === 'vehicle' || name === place ? place : `${name}, ${place}`;
    return open.length > 0 ? `${where}: ${open.join('; ')}` : where;
  });
}

function linksOf({ pathway, contactLeadsTo }: Service) {
  return [...contactLeadsTo, ...pathway.flatMap(({ then, refers }) => [...then, ...refers])];
}

function daysInWords(days: number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const isRun = sorted.every((day, index) => day === sorted[0] + index);
  return isRun && sorted.length > 2
    ? `${weekdayInWords(sorted[0])} to ${weekdayInWords(sorted[sorted.length - 1])}`
    : listOf(sorted.map(weekdayInWords));
}
