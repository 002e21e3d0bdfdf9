import type { Tried, Verdict } from '../comparison/explanation.ts';
import { changeBetween, directionOf } from './changes.ts';
import { measureWords } from './measure-words.ts';
import { listOf } from './numbers.ts';
import { triedInWords, type InputNames } from './tried-words.ts';

/** How many ways of looking are named before the rest is counted. */
const SAID = 3;

/**
 * "Robust: it says the same in everything that was tried." or what it depends
 * on: what turns it round, what leaves no clear difference, and whether the
 * figures drawn together disagree.
 */
export function standsSentence(verdict: Verdict, names: InputNames): string {
  const { kind, turns, fades, appears, figuresDisagree } = verdict;
  const say = (tried: readonly Tried[]) => oneOf(tried, names);
  switch (kind) {
    case 'cannot tell':
      return 'Cannot tell: there is nothing to compare.';
    case 'same':
      return 'The same in both, whatever was tried.';
    case 'robust':
      return 'Robust: the same answer in everything that was tried.';
    case 'not clear':
      return figuresDisagree
        ? 'No clear difference in anything that was tried; plausible figures drawn together go either way.'
        : 'No clear difference in anything that was tried.';
    case 'depends':
      return [
        `Depends:`,
        ...(turns.length > 0 ? [`it turns round ${say(turns)};`] : []),
        ...(fades.length > 0 ? [`no clear difference is left ${say(fades)};`] : []),
        ...(appears.length > 0 ? [`a clear difference shows ${say(appears)};`] : []),
        ...(figuresDisagree ? [`${figuresGo(verdict)};`] : []),
      ]
        .join(' ')
        .replace(/;$/, '.');
  }
}

/** The first few by name, and how many others there are. */
function oneOf(tried: readonly Tried[], names: InputNames): string {
  const said = tried.slice(0, SAID).map((one) => triedInWords(one, names));
  const more = tried.length - said.length;
  if (more === 0) return listOf(said, 'or');
  return `${said.join(', ')} or in ${more} other ${more === 1 ? 'case' : 'cases'}`;
}

function figuresGo({ id, unit, overFigures }: Verdict): string {
  if (!overFigures) return 'plausible figures drawn together go either way';
  const { low, high } = overFigures.figures;
  const direction = measureWords(id).direction ?? directionOf(unit);
  const range = changeBetween(low, high, unit, direction);
  return `eight in ten sets of plausible figures give ${range}`;
}
