/** Workshops for tests: a plan, and acts in the order in which they are given. */
import type { Act, Deed } from '../../src/lib/workshop/act.ts';
import type { Answer } from '../../src/lib/workshop/answer.ts';
import type { WorkshopPlan } from '../../src/lib/workshop/plan.ts';
import { foldActs, type Room } from '../../src/lib/workshop/room.ts';

export const plan: WorkshopPlan = {
  title: 'Panel in March',
  portfolio: 'small',
  portfolioTitle: 'A small town',
  rounds: [
    {
      id: 'matters',
      minutes: 15,
      questions: [
        {
          kind: 'rank',
          id: 'matters',
          ask: 'What matters most to you?',
          options: ['Not waiting', 'The same worker', 'Close to home', 'Family'].map(
            (text, at) => ({
              ...{ id: `m${at + 1}`, text },
            }),
          ),
          most: 3,
        },
      ],
    },
    {
      id: 'now',
      minutes: 20,
      questions: [
        { kind: 'rate', id: 'now-housing', ask: 'Help with a safe place', promise: 'housing' },
      ],
    },
    {
      id: 'decide',
      minutes: 15,
      questions: [{ kind: 'agree', id: 'decide-1', ask: 'Awards should last longer.' }],
    },
  ],
  inTheRoom: 'the facilitator',
  support: ['A helpline, 0000'],
  withdrawUntil: '2027-03-16',
  purgeOn: '2027-04-08',
  isRehearsal: false,
};

/** A round in which three tables design. */
export const tableRound: WorkshopPlan['rounds'][number] = {
  ...{ id: 'design', minutes: 25 },
  questions: [
    {
      ...{ kind: 'design', id: 'design', ask: 'What would you change?' },
      ...{ budget: 900, by: 'tables', tables: 3 },
      levers: [
        {
          ...{ id: 'posts', ask: 'How many?', sets: 'services.a.roles.c.posts', nowWords: '1' },
          ...{ kind: 'number', from: 0, to: 4000, step: 1, unit: '', now: 1 },
        },
      ],
    },
  ],
};

export function acts(...deeds: Deed[]): Act[] {
  return [{ act: 'planned' as const, plan }, ...deeds].map((deed, at) => ({
    ...{ ...deed, seq: at + 1, at: `2027-03-09T10:${String(at).padStart(2, '0')}:00.000Z` },
  }));
}

export function roomAfter(...deeds: Deed[]): Room {
  return foldActs(acts(...deeds))!;
}

export const joined = (...devices: string[]): Deed[] =>
  devices.map((device) => ({ act: 'joined', device, isPaper: device.startsWith('paper') }));

export const answered = (device: string, question: string, answer: Answer): Deed => ({
  ...{ act: 'answered', device, question, answer },
});

export const devices = (count: number) => Array.from({ length: count }, (_, at) => `d${at}`);

/** A round in which everybody says what `of` says they do, shown. */
export function agreed(count: number, of: (at: number) => 'agree' | 'disagree' | 'pass'): Deed[] {
  const all = devices(count);
  return [
    ...joined(...all),
    { act: 'opened', round: 'decide' },
    ...all.map((one, at) => answered(one, 'decide-1', { kind: 'agree', says: of(at) })),
    { act: 'closed', round: 'decide' },
    { act: 'revealed', round: 'decide' },
  ];
}
