import { halfWidthWanted } from '$lib/comparison/precise.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import type { Names } from '$lib/words/names.ts';
import { orderSentence } from '$lib/words/order-sentence.ts';
import { countOf, wholeNumber } from '$lib/words/numbers.ts';
import { togetherSentence } from '$lib/words/together-sentence.ts';

/** Return what a reader must know of the ranges: how they were made, and what holds together. */
export function doubtTexts(summary: Summary, names: Names): string[] {
  return [
    drawnText(summary),
    renewalText(summary, names),
    togetherSentence(summary),
    precisionText(summary),
  ].filter((text) => text !== '');
}

function drawnText({ drawn }: Summary): string {
  if (!drawn) return '';
  const { inputs, draws, each } = drawn;
  if (inputs === 0) return 'No figure of this model has a range: there is nothing to draw.';
  const known = `Figures nobody knows well: ${countOf(inputs, 'figure has a range', 'figures have ranges')}. `;
  if (draws === 1) {
    return (
      `${known}One set of plausible figures was drawn from them: one set cannot tell how results ` +
      `vary from set to set, so no range is given. Draw two or more; a hundred tell it well.`
    );
  }
  const sets = countOf(draws, 'set', 'sets');
  return (
    known +
    `${sets} of plausible figures were drawn from them, each with ${each} futures; eight in ten ` +
    `sets give a result in the range shown, with luck taken out. What so many sets cannot tell is ` +
    `held in that range and in “better in … of 100 sets”: near 50 where luck hides it. One future ` +
    `holds both: luck and figures; “better in … of 100 futures” counts single futures, each with ` +
    `its own figures. “Better in … of 100 runs” counts runs at the best figures, with luck alone. ` +
    `Only luck in the computing gets smaller with more computing.`
  );
}

function renewalText(summary: Summary, names: Names): string {
  const { renewal } = summary;
  if (!renewal) return '';
  const said =
    `The chance of renewal is read ${renewal.read} in these results. Both readings are run, ` +
    `because they favour different terms: where the two disagree, the answer hangs on which one ` +
    `your funders follow.`;
  return [said, orderSentence(summary, names)].join(' ').trim();
}

function precisionText({ precision, replications }: Summary): string {
  if (!precision) return '';
  const { reached, looks } = precision;
  const wanted =
    `within ${halfWidthWanted('per 100')} of 100, ${halfWidthWanted('days')} day and ` +
    `£${wholeNumber(halfWidthWanted('GBP'))} a year`;
  const looked = `It was looked at after ${looks.join(', ')} futures and at no others.`;
  return reached
    ? `Precise: every headline is known to ${wanted}, and was at the look before. ${looked}`
    : `Not precise: after ${wholeNumber(replications)} futures not every headline is known to ` +
        `${wanted}, twice in a row. ${looked}`;
}
