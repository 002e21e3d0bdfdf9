import type { Tried, Verdict } from '../comparison/explanation.ts';
import { changeBetween, directionOf } from './changes.ts';
import { measureWords } from './measure-words.ts';
import { countOf, listOf } from './numbers.ts';
import { triedInWords, type InputNames } from './tried-words.ts';

/** How many ways of looking are named before the rest is counted. */
const SAID = 3;

/**
 * "Robust: the same answer in everything that was tried." or what it depends
 * on: what turns it round, what leaves no clear difference, and whether the
 * figures drawn together disagree; then what keeps it from being robust, and
 * what cannot be told. A first look, where not all is tried yet, calls nothing
 * robust.
 */
export function standsSentence(verdict: Verdict, names: InputNames, isFull = true): string {
  if (verdict.kind === 'cannot tell') return 'Cannot tell: there is nothing to compare.';
  const { untold, figuresUntold } = verdict;
  return [
    answerStands(verdict, names, isFull),
    ...luckSaid(verdict, names),
    ...(untold.length > 0 ? [`It cannot be told ${oneOf(untold, names)}.`] : []),
    ...(figuresUntold ? ['What plausible figures drawn together do cannot be told.'] : []),
    ...(verdict.kind === 'holds' ? structuresMissing(verdict) : []),
  ].join(' ');
}

function answerStands(verdict: Verdict, names: InputNames, isFull: boolean): string {
  const { kind, turns, fades, appears, figuresDisagree } = verdict;
  const say = (tried: readonly Tried[]) => oneOf(tried, names);
  switch (kind) {
    case 'cannot tell':
      return 'Cannot tell.';
    case 'same':
      return 'The same in both, whatever was tried.';
    case 'robust':
      return isFull
        ? 'Robust: the same answer in everything that was tried.'
        : 'The same answer in everything tried so far; more is still to be tried.';
    case 'holds':
      return 'Holds so far as it was tried: the same answer each time. That is less than robust.';
    case 'not clear': {
      const where = verdict.mayBeLuck.length > 0 ? '' : ' in anything that was tried';
      const figures = figuresDisagree ? '; plausible figures drawn together go either way' : '';
      return `No clear difference${where}${figures}.`;
    }
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

/** What a table beside it shows as clear, and why that is not said of the answer. */
function luckSaid({ mayBeLuck, ways }: Verdict, names: InputNames): string[] {
  if (mayBeLuck.length === 0) return [];
  return [
    `One is clear by itself ${oneOf(mayBeLuck, names)}, which may be luck among ${ways} ways of looking.`,
  ];
}

/** "The model describes one of three reasons why …": an answer may rest on the reason chosen. */
function structuresMissing({ notDescribed }: Pick<Verdict, 'notDescribed'>): string[] {
  if (notDescribed.length === 0) return [];
  const described = ['two', 'one', 'none'][notDescribed.length - 1];
  return [
    `The model describes ${described} of three reasons why people leave less as time goes by.`,
  ];
}

/**
 * "Of 288 figures that have a range, the 10 that the main measures follow most closely were tried
 * by themselves, at both ends.": what “everything that was tried” is, where it is not all of them.
 * Empty where all were tried.
 */
export function endsTried(tried: number, uncertain: number): string {
  if (tried >= uncertain) return '';
  if (tried === 0) return 'No figure was tried by itself at the ends of its range.';
  const which = tried === 1 ? 'the one that' : `the ${tried} that`;
  return (
    `Of ${countOf(uncertain, 'figure that has a range', 'figures that have ranges')}, ${which} the ` +
    `main measures follow most closely ${tried === 1 ? 'was' : 'were'} tried at both ends.`
  );
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
