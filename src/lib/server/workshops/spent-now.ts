/** What a portfolio spends a year as it is now: what a facilitator starts a budget from. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Model } from '../../portfolio/read-model.ts';
import { LAST_LOOK } from '../../workshop/design-answer.ts';
import { answerOfDesign } from './design-answers.ts';

/** Nobody plans to the pound. */
const ROUND_POUNDS = 1000;

/**
 * Pounds that are spent a year as it is now, rounded up; null where it cannot be told. It is from as
 * many futures as phones and the screen come to: to leave everything as it is stays within it.
 */
async function spentNow(model: Model): Promise<number | null> {
  const now = await answerOfDesign(model, { levers: [] }, {}, LAST_LOOK);
  if (now.kind !== 'answer' || now.cost === null) return null;
  return Math.ceil(now.cost / ROUND_POUNDS) * ROUND_POUNDS;
}

/** A page does not wait for longer; a model that was never run takes seconds. */
const WAIT_MS = 300;

export type Counted = number | null | 'failed';

/** As `spentNow`; that it failed is said on the page, and why in the log of the server. */
export function counted(model: Model): Promise<Counted> {
  return spentNow(model).catch((reason: unknown) => {
    process.stderr.write(`What is spent now cannot be counted: ${String(reason)}\n`);
    return 'failed';
  });
}

/** As `counted`, where that is known soon: it is worked out once, and whoever asks later has it. */
export function countedSoon(model: Model): Promise<Counted | 'counting'> {
  return Promise.race([counted(model), wait(WAIT_MS, 'counting' as const)]);
}
