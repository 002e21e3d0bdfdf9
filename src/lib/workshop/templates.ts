/** What a facilitator starts from, in plain words; every line can be changed. */
import type { Portfolio } from '../portfolio/portfolio.ts';

/** Things that may matter to people, as panels elsewhere named them. */
const MATTERS = [
  'Not having to wait',
  'Keeping the same worker',
  'Support that does not stop when the money ends',
  'Help close to where I live',
  'A place to meet that I choose',
  'Somebody who has been there themselves',
  'Help for my family',
  'Help with my mental health in the same place',
  'Somebody independent on my side',
  'A say in my own support',
];

const STATEMENTS = [
  'It should be easier to keep the same worker, even if some people wait longer.',
  'Money should be promised for longer, even if it is harder to change plans.',
  'More of the money should go to help outside the towns.',
];

/** What the round that looks at designs asks. */
export const BELIEVED = 'I believe what the model says of these designs.';

export interface PlanTemplates {
  matters: string[];
  statements: string[];
  /** What the round “how it is now” asks about, in the words of the portfolio. */
  promises: string[];
  /** What the levers of the portfolio ask. */
  levers: { id: string; ask: string }[];
}

export function planTemplates({ standards, levers }: Portfolio): PlanTemplates {
  return {
    matters: MATTERS,
    statements: STATEMENTS,
    promises: standards.map(({ promise }) => promise),
    levers: levers.map(({ id, ask }) => ({ id, ask })),
  };
}
