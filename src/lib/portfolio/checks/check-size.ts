import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import { pow } from '../../engine/elementary.ts';
import { DAYS_A_YEAR } from '../../formula/units.ts';
import { LIMITS } from '../limits.ts';
import type { Group, Length, Portfolio } from '../portfolio.ts';

/** Runs go on this long after the horizon, arrivals included. */
const YEARS_BEYOND = 2;

/** Find models whose runs would take longer than anybody waits for, or would never end. */
export function checkSize(portfolio: Portfolio): Finding[] {
  return [
    ...checkPeople(portfolio),
    ...checkPosts(portfolio),
    ...checkTurnover(portfolio),
    ...checkHaste(portfolio),
  ];
}

function tooMuch(path: string, of: string, limit: string): Finding {
  return makeFinding('too-much-work', path, { of, limit });
}

function checkPeople({ groups, horizonDays }: Portfolio): Finding[] {
  const years = horizonDays / DAYS_A_YEAR + YEARS_BEYOND;
  const people = groups.reduce((sum, group) => sum + peopleAYear(group, years), 0);
  if (people <= LIMITS.peopleAYear) return [];
  return [tooMuch('groups', 'People who arrive in a year', `${LIMITS.peopleAYear}`)];
}

/** Most people of a group who arrive in one year of the run. */
function peopleAYear({ arrive, pool, trend }: Group, years: number): number {
  if (pool) return pool.people * Math.max(1, pool.rate.value * DAYS_A_YEAR);
  const growth = trend.value > 0 ? pow(1 + trend.value, years) : 1;
  return arrive.value * DAYS_A_YEAR * growth;
}

function checkPosts({ services }: Portfolio): Finding[] {
  let [posts, beds] = [0, 0];
  for (const { roles, places } of services) {
    for (const role of roles) posts += role.posts.value;
    for (const place of places) beds += place.beds?.value ?? 0;
  }
  return [
    ...(posts > LIMITS.posts ? [tooMuch('services', 'Posts', `${LIMITS.posts}`)] : []),
    ...(beds > LIMITS.beds ? [tooMuch('services', 'Beds', `${LIMITS.beds}`)] : []),
  ];
}

function checkTurnover({ services }: Portfolio): Finding[] {
  return services.flatMap(({ id, roles }) =>
    roles.flatMap(({ id: role, leave }) => {
      if (!leave || leave.value <= LIMITS.leavesADay) return [];
      const path = `services.${id}.roles.${role}.leave`;
      return [tooMuch(path, 'Workers who leave', `${LIMITS.leavesADay} a day for each post`)];
    }),
  );
}

/** Stages and returns that take no time would let a person go round without end. */
function checkHaste({ services, groups }: Portfolio): Finding[] {
  const stages = services.flatMap(({ id, pathway }) =>
    pathway.flatMap(({ lasts }, i) => hasty(lasts, `services.${id}.pathway.${i}.lasts`)),
  );
  const returns = groups.flatMap(({ id, comeBack }) =>
    comeBack ? hasty(comeBack.after, `groups.${id}.comes-back.after`) : [],
  );
  return [...stages, ...returns];
}

function hasty(length: Length, path: string): Finding[] {
  if (length.law === 'open-ended') return [];
  const mean = length.law === 'constant' ? length.exactly : length.mean;
  if (mean.value >= LIMITS.shortestStageDays) return [];
  return [makeFinding('too-short', path, { written: mean.written })];
}
