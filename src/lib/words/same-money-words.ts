import type { MoneyPlace, SameMoney } from '../comparison/same-money.ts';
import type { UnpaidCosts } from '../comparison/unpaid-costs.ts';
import { apartInWords } from './apart-words.ts';
import { moneyExact } from './money.ts';
import { countOf, plainNumber } from './numbers.ts';

const COMMITMENT = { id: 'commitment', unit: 'GBP' } as const;

/** "3.5 posts", "£270,000 a year": how much of it there is, as exactly as somebody has to write it. */
export function placeAt({ kind }: Pick<MoneyPlace, 'kind'>, value: number): string {
  if (kind === 'budget') return `${moneyExact(value)} a year`;
  const said = plainNumber(value, 0.01);
  return `${said} ${said === '1' ? 'post' : 'posts'}`;
}

/** "3.5 posts, £45,000 a year each". */
export function placeNow(place: MoneyPlace): string {
  const each = place.kind === 'posts' ? `, ${moneyExact(place.costEach)} a year each` : '';
  return `${placeAt(place, place.now)}${each}`;
}

/** What makes the money of two scenarios the same, or why nothing there does. */
export function sameMoneySentences(found: SameMoney, titles: Titles): string[] {
  return [
    ...found.unpaid.map((one) => unpaidSentence(one, titles)),
    ...foundSentences(found, titles),
  ];
}

interface Titles {
  scenario: string;
  baseline: string;
}

function foundSentences(
  { place, kind, to, toRange, paysTo, before, left, replications, unpaid }: SameMoney,
  { scenario, baseline }: Titles,
): string[] {
  const now = placeAt(place, place.now);
  const what = `“${scenario}”${unpaid.length > 0 ? ', all of it paid,' : ''}`;
  const futures = countOf(replications, 'possible future', 'possible futures');
  const apart = `${what} commits ${apartInWords(before, COMMITMENT)} a year than “${baseline}” (${futures}).`;
  switch (kind) {
    case 'equal already':
      return [`${what} commits the same as “${baseline}” already: there is nothing to balance.`];
    case 'cannot tell':
      return [
        `Whether ${what} commits more or less than “${baseline}” cannot be told from luck: ${apartInWords(before, COMMITMENT)} a year, over ${futures}.`,
        'So no change is offered: it would follow the luck, and be another with other futures.',
      ];
    case 'cannot':
      return [
        apart,
        `${place.name} alone cannot make it equal: with ${placeAt(place, to)} in place of ${now} it is still ${apartInWords(left, COMMITMENT)} a year.`,
      ];
    case 'not found':
      return [
        apart,
        `No value of ${place.name} was found that makes it equal: with ${placeAt(place, to)} in place of ${now}, the most that was tried, it is still ${apartInWords(left, COMMITMENT)} a year.`,
      ];
    case 'balanced':
      return [
        `With ${placeAt(place, to)} in place of ${now}, ${place.name}, “${scenario}” commits the same as “${baseline}”.${rangeSentence(place, toRange)}`,
        apart,
        `What pays for it goes from ${moneyExact(place.paysNow)} to ${moneyExact(paysTo)} a year with it. What is left between the two is ${apartInWords(left, COMMITMENT)} a year.`,
      ];
  }
}

/** What a contract leaves unpaid, that it is counted all the same, and how to have it counted everywhere. */
function unpaidSentence(
  { contract, name, pays, costs, missing }: UnpaidCosts,
  { scenario, baseline }: Titles,
): string {
  const more = missing < costs - pays - 1 ? ` that “${baseline}” does not need` : '';
  return (
    `In “${scenario}”, ${name} pays ${moneyExact(pays)} a year for what costs ${moneyExact(costs)}: ` +
    `nobody pays ${moneyExact(missing)} a year${more}. Here it counts as if ${name} paid it. ` +
    `For it to count in every comparison, raise what it pays to ${moneyExact(pays + missing)} a year (contracts.${contract}.pays).`
  );
}

/** Where the value could lie for luck alone; nothing where it is the same as said. */
function rangeSentence(place: MoneyPlace, range: SameMoney['toRange']): string {
  if (!range) return '';
  const [low, high] = [range.low, range.high].map((value) => placeAt(place, value));
  return low === high ? '' : ` For luck alone it could be from ${low} to ${high}.`;
}
