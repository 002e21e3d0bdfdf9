import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import {
  FUNDING_ENDED,
  PLANNED_ENDING,
  PRESENT_DAYS,
  REASONS,
  SERVICE_COLUMNS,
} from '$lib/simulation/replication.ts';
import { patience } from './how-often.ts';
import { oneTeam } from './one-team.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

const first = { stage: 'first', with: 'worker', lasts: { exactly: '60 days' } };
const second = { stage: 'second', with: 'worker', lasts: { exactly: '300 days' } };

/** A team with 50 people in one of its stages on the first day, and nobody who comes. */
function team(stage: 'first' | 'second', posts = 8): Raw {
  const today = { today: { people: 50 } };
  return oneTeam({
    question: 'Who goes on where?',
    arrive: '0 per month',
    roles: {
      worker: { posts, caseload: 10, cost: '0 GBP per year' },
      peer: { posts: 8, caseload: 10, cost: '0 GBP per year' },
    },
    pathway: [first, second].map((one) => (one.stage === stage ? { ...one, ...today } : one)),
  });
}

/** People in support in each of the first 24 months, and how those there at the start ended. */
function run(raw: Raw, changes: Change[]) {
  const record = simulate(programOf(modelOf(raw), changes));
  const present = Array.from({ length: 24 }, (_month, m) => {
    const days = record.monthStarts[m + 1] - record.monthStarts[m];
    return Math.round((record.byService[m * SERVICE_COLUMNS + PRESENT_DAYS] / days) * 100) / 100;
  });
  const ended = Object.fromEntries(
    REASONS.map((reason, i) => [reason, record.goingAtStart[i] + sumOf(record.endings, i)]),
  );
  return { present, ended };
}

function sumOf(endings: Float64Array, reason: number): number {
  let sum = 0;
  for (let i = reason; i < endings.length; i += REASONS.length) sum += endings[i];
  return sum;
}

const pathway = 'services.team.pathway';
const planned = REASONS[PLANNED_ENDING];
const cut = REASONS[FUNDING_ENDED];

describe('when a scenario changes a pathway', patience, () => {
  it('whoever is in a stage that goes is in the next one from the start', () => {
    const { present, ended } = run(team('first'), [{ remove: `${pathway}.first` }]);
    // 300 days from 1 April 2027 are over on 26 January 2028.
    expect(present.slice(0, 9)).toEqual(Array(9).fill(50));
    expect(present.slice(10)).toEqual(Array(14).fill(0));
    expect(ended[planned]).toBe(50);
  });

  it('whoever is in a stage with another name now is in the one that is new', () => {
    const renamed = { ...second, stage: 'help', lasts: { exactly: '150 days' } };
    const changes = [{ set: pathway, to: [renamed] }];
    const { present, ended } = run(team('second'), changes);
    expect(present.slice(0, 4)).toEqual(Array(4).fill(50));
    expect(present.slice(5)).toEqual(Array(19).fill(0));
    expect(ended[planned]).toBe(50);
  });

  it('support ends with the last stage where nothing comes after it', () => {
    const { present, ended } = run(team('second'), [{ remove: `${pathway}.second` }]);
    expect(present).toEqual(Array(24).fill(0));
    expect(ended[cut]).toBe(50);
  });

  it('people pass to a worker in the role that a stage is given to', () => {
    const changes = [{ set: `${pathway}.second.with`, to: 'peer' }];
    const { present, ended } = run(team('second'), changes);
    expect(present.slice(0, 9)).toEqual(Array(9).fill(50));
    expect(present.slice(10)).toEqual(Array(14).fill(0));
    expect(ended['moved-on-warm']).toBe(50);
    expect(ended[planned]).toBe(50);
  });

  it('whoever waits to enter begins with the stage that is the first now', () => {
    // One worker holds ten at a time, each for 300 days: forty come to be held within three years.
    const { present, ended } = run(team('first', 1), [{ remove: `${pathway}.first` }]);
    expect(present).toEqual(Array(24).fill(10));
    expect(ended[planned]).toBe(40);
  });
});
