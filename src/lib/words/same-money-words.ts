import type { MoneyPlace, SameMoney } from '../comparison/same-money.ts';
import { apartInWords } from './apart-words.ts';
import { money } from './money.ts';
import { plainNumber } from './numbers.ts';

const COMMITMENT = { id: 'commitment', unit: 'GBP' } as const;

/** "3.5 posts", "£270,000 a year": how much of it there is. */
export function placeAt({ kind }: Pick<MoneyPlace, 'kind'>, value: number): string {
  if (kind === 'budget') return `${money(value)} a year`;
  const said = plainNumber(value, 0.01);
  return `${said} ${said === '1' ? 'post' : 'posts'}`;
}

/** "3.5 posts, £45,000 a year each". */
export function placeNow(place: MoneyPlace): string {
  const each = place.kind === 'posts' ? `, ${money(place.costEach)} a year each` : '';
  return `${placeAt(place, place.now)}${each}`;
}

/** What makes the money of two scenarios the same, or why nothing there does. */
export function sameMoneySentences(
  { place, kind, to, paysTo, before, left, replications }: SameMoney,
  { scenario, baseline }: { scenario: string; baseline: string },
): string[] {
  const now = placeAt(place, place.now);
  const apart = `“${scenario}” commits ${apartInWords(before, COMMITMENT)} a year than “${baseline}” (${replications} possible futures).`;
  if (kind === 'equal already')
    return [
      `“${scenario}” commits the same as “${baseline}” already: there is nothing to balance.`,
    ];
  if (kind === 'cannot') {
    return [
      apart,
      `${place.name} alone cannot make it equal: with ${placeAt(place, to)} in place of ${now} it is still ${apartInWords(left, COMMITMENT)} a year.`,
    ];
  }
  return [
    `With ${placeAt(place, to)} in place of ${now}, ${place.name}, “${scenario}” commits the same as “${baseline}”.`,
    apart,
    `What pays for it goes from ${money(place.paysNow)} to ${money(paysTo)} a year with it. What is left between the two is ${apartInWords(left, COMMITMENT)} a year.`,
  ];
}
