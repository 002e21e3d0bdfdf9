import type { LeverSetting } from '../portfolio/lever-settings.ts';
import { moneyExact } from './money.ts';
import { decimalNumber, listOf } from './numbers.ts';

/** A value of a lever: "£270,000 per financial year", "4.5", "36 months". */
export function leverValue(lever: LeverSetting, value: number | string): string {
  if (lever.kind === 'choice' || typeof value === 'string') return String(value);
  if (lever.unit.startsWith('GBP')) return moneyExact(value) + lever.unit.slice('GBP'.length);
  return `${exactNumber(value)}${lever.unit ? ` ${lever.unit}` : ''}`;
}

/** The number as it is set: steps count from the lever's end, and what stands now lies on none of them. */
function exactNumber(value: number): string {
  const [, decimals = ''] = String(Number(value.toFixed(4))).split('.');
  return decimalNumber(value, decimals.length);
}

/** What a lever is set to in the portfolio; "not set" where that is nothing. */
export function leverNow(lever: LeverSetting): string {
  return lever.now === null ? lever.nowWords || 'not set' : leverValue(lever, lever.now);
}

/** Where a bare number counts the posts of a role: people speak of workers. */
const OF_POSTS = /\.roles\.[^.]+\.posts$/;

/** What a lever is set to in the portfolio, for paper, where no slider says of what: "4 workers". */
export function leverNowOf(lever: LeverSetting): string {
  const isCount = lever.kind === 'number' && lever.unit === '' && OF_POSTS.test(lever.sets);
  if (!isCount || lever.now === null) return leverNow(lever);
  return `${exactNumber(lever.now)} ${lever.now === 1 ? 'worker' : 'workers'}`;
}

/** What can be written for a lever: "0 to 8", "12 months, 24 months or 36 months". */
export function leverRange(lever: LeverSetting): string {
  return lever.kind === 'choice'
    ? listOf(lever.choices, 'or')
    : `${leverValue(lever, lever.from)} to ${leverValue(lever, lever.to)}`;
}

/** What a design sets, in the order of the levers: the question, the answer, and what it is now. */
export function settingsInWords(
  levers: readonly LeverSetting[],
  settings: Readonly<Record<string, number | string>>,
): { id: string; ask: string; to: string; now: string }[] {
  return levers.flatMap((lever) => {
    const value = settings[lever.id];
    if (value === undefined) return [];
    const { id, ask } = lever;
    return [{ id, ask, to: leverValue(lever, value), now: leverNow(lever) }];
  });
}
