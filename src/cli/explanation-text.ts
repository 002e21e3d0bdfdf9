import type {
  Apart,
  ExplainedInput,
  Explanation,
  Told,
  Trial,
} from '$lib/comparison/explanation.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { inputNamesOf } from '$lib/documents/input-names.ts';
import { valueInWords } from '$lib/words/figure-in-words.ts';
import { apartInWords, isNothing } from '$lib/words/apart-words.ts';
import { clearSignOf } from '$lib/words/how-sure.ts';
import { dateInWords } from '$lib/words/dates.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { namesOf, type Names } from '$lib/words/names.ts';
import { capitalised, countOf, decimalNumber } from '$lib/words/numbers.ts';
import { standsSentence } from '$lib/words/stands-sentence.ts';
import { mechanismInWords, triedInWords, type InputNames } from '$lib/words/tried-words.ts';
import { whichServices } from '$lib/words/which-services.ts';
import { worthInWords, worthOfAllSentence } from '$lib/words/why-sentences.ts';
import { differenceCell, rowLabel } from './table-cells.ts';
import { tableNumbers, type TableNumbers } from './table-numbers.ts';
import { textTable, wrapped } from './text-table.ts';

const WIDTH = 100;

/** Return an explanation as text for a person. */
export function explanationText(explanation: Explanation, portfolio: Portfolio): string {
  const names = namesOf(portfolio);
  const inputNames = inputNamesOf(portfolio);
  const { scenario, baseline, measure } = explanation;
  const title = `${scenario.title}, compared with ${baseline.title}`;
  const parts = [
    ...[portfolio.title, portfolio.notice, headingText(explanation)].map((line) =>
      wrapped(line, WIDTH),
    ),
    `${title}\n${'='.repeat(title.length)}`,
    verdictsText(explanation, names, inputNames),
    wrapped(
      `What drives it? ${titleOf(measure, explanation, names)}: ${apartInWords(explanation.answer, measure)}.`,
      WIDTH,
    ),
    inputsText(explanation, names, inputNames),
    worthText(explanation),
    mechanismsText(explanation, inputNames),
    wrapped(explanation.portfolio.notice, WIDTH),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headingText({ portfolio, replications, seed, engine, drawn }: Explanation): string {
  const years = countOf(portfolio.horizonDays / 365.25, 'year', 'years', 0.1);
  const sets =
    drawn.inputs === 0
      ? 'No figure has a range: there is nothing to draw.'
      : `${countOf(drawn.inputs, 'figure has a range', 'figures have ranges')}; ${countOf(drawn.draws, 'set of plausible figures was', 'sets of plausible figures were')} drawn, each with ${drawn.each} futures.`;
  return (
    `${countOf(replications, 'possible future', 'possible futures')} of ${years} from ` +
    `${dateInWords(portfolio.start)} for each way of looking, always the same futures (seed ${seed}, ` +
    `engine ${engine}). ${sets} Ranges in brackets are for luck in the computing (95%).`
  );
}

function verdictsText(explanation: Explanation, names: Names, inputs: InputNames): string {
  const lines = explanation.verdicts.map((verdict) => {
    const said = `${titleOf(verdict, explanation, names)}: ${apartInWords(verdict, verdict)}.`;
    return wrapped(`${said} ${standsSentence(verdict, inputs)}`, WIDTH - 4, '    ').replace(
      /^ {4}/,
      '  - ',
    );
  });
  return ['Does the answer stand?', ...lines, '', wrapped(triedText(explanation), WIDTH)].join(
    '\n',
  );
}

function triedText({ trials, inputs, drawn }: Explanation): string {
  const structures = trials.filter(({ tried }) => tried.kind === 'structure').length;
  const tried = [
    'the other reading of renewal',
    'a shorter and a longer horizon',
    ...(structures > 0 ? ['other reasons why people leave less as time goes by'] : []),
    'each assumed effect switched off, and all of them',
    ...(inputs.length > 0
      ? [
          `the ${inputs.length === 1 ? 'input' : `${inputs.length} inputs`} below at both ends, of ` +
            `${drawn.inputs} with a range`,
        ]
      : []),
    ...(drawn.draws > 0 ? ['all figures drawn together'] : []),
  ];
  const robust =
    ' “Robust” is said only where all of it says the same, and where the model describes all three' +
    ' reasons why people may leave less as time goes by.';
  const together =
    ` A difference that turns round or shows counts only where it is clear with all ${trials.length}` +
    ' ways of looking taken together: one in twenty is clear by luck.';
  return `What was tried: ${tried.join('; ')}.${robust}${together}`;
}

function inputsText(explanation: Explanation, names: Names, inputNames: InputNames): string {
  const { inputs, measure, answer, leastClearCorrelation: least, drawn, trials } = explanation;
  if (inputs.length === 0) return '';
  const numbers = tableNumbers(
    measure.unit,
    inputs.flatMap(({ atLow, atHigh }) =>
      [atLow, atHigh].map(({ difference, low, high }) => [difference, low, high]),
    ),
  );
  const rows = inputs.map((input) => [
    `${inputNames[input.key]}: ${rangeOf(input)}`,
    ...(['low', 'high'] as const).map((end) => endCell(input, end, numbers, trials)),
    correlationCell(input),
    switchCell(input),
    worthCell(input, measure),
  ]);
  const head = [
    'Input, low to high',
    'Difference, input low',
    'Difference, input high',
    'Rank correlation (partial)',
    'Preference changes at',
    'Worth knowing first',
  ];
  const note =
    `Of ${countOf(drawn.inputs, 'input', 'inputs')} these were run by themselves, at both ends of ` +
    `their ranges, the others at their best values. A rank correlation below ` +
    `${least === null ? 'that' : decimalNumber(least, 2)} could be luck in one of so many inputs; ` +
    `its worth is then not told from nothing.` +
    (clearSignOf(answer) === 0
      ? ` Where the preference changes was not looked for: ${
          answer.low === null ? 'a difference cannot be told' : 'there is no clear difference'
        }, so there is no preference that could change.`
      : '');
  const caption = `${rowLabel(measure, numbers, names)}: scenario less the other.`;
  return [wrapped(caption, WIDTH), textTable(head, rows, WIDTH, 0.27), wrapped(note, WIDTH)].join(
    '\n\n',
  );
}

function rangeOf(input: ExplainedInput): string {
  return `${valueInWords(input, input.low)} to ${valueInWords(input, input.high)}`;
}

/** The difference at one end, marked where it is clear by itself, but not among all that was tried. */
function endCell(
  { key, atLow, atHigh }: ExplainedInput,
  end: 'low' | 'high',
  numbers: TableNumbers,
  trials: readonly Trial[],
): string {
  const said = differenceCell(end === 'low' ? atLow : atHigh, numbers);
  const trial = trials.find(
    ({ tried }) => tried.kind === 'input' && tried.key === key && tried.end === end,
  );
  return trial?.differences[0].standing === 'may be luck' ? `${said}\nmay be luck` : said;
}

function correlationCell({ rankCorrelation, partialRankCorrelation, isClear }: ExplainedInput) {
  if (rankCorrelation === null) return '–';
  const say = (value: number) => decimalNumber(value, 2).replace('minus ', '−');
  const partial = partialRankCorrelation === null ? '' : `\n(${say(partialRankCorrelation)})`;
  return `${say(rankCorrelation)}${isClear ? '' : ' luck?'}${partial}`;
}

function switchCell(input: ExplainedInput): string {
  const { switching } = input;
  if (input.switchingUntold) return 'cannot tell';
  if (switching === undefined) return 'not looked for';
  if (switching === null) return 'not within its range';
  const [from, to] = [switching.from, switching.to].map((value) => valueInWords(input, value));
  return `about ${valueInWords(input, switching.value)}\n(${from} to ${to})`;
}

function worthCell({ worthKnowing }: ExplainedInput, measure: Told): string {
  if (measure.better === 'neither') return '–';
  if (worthKnowing === null) return 'not told from nothing';
  return worthKnowing < 1e-9 ? 'nothing' : worthInWords(worthKnowing, measure);
}

function worthText(explanation: Explanation): string {
  const { worthOfAllFigures: worth, measure, overFigures, drawn } = explanation;
  if (drawn.draws === 0) return '';
  const all = worthOfAllSentence(explanation, drawn.draws);
  if (worth === null || !overFigures) return wrapped(all, WIDTH);
  const each =
    worth < 1e-9
      ? ''
      : ` What each input would be worth by itself stands in the table; such worths do not add up. It is an estimate from ${drawn.draws} draws.`;
  return wrapped(`${onAverage(overFigures, measure)}${all}${each}`, WIDTH);
}

/** Which does better over plausible figures: named only where the mean's range leaves 0 out. */
function onAverage(over: Pick<Apart, 'low' | 'high'>, { better }: Told): string {
  if (isNothing(over)) return '';
  const sign = clearSignOf(over);
  if (sign === 0) {
    return 'Over plausible figures neither is clearly better by this measure on average. ';
  }
  const would = sign > 0 === (better === 'higher') ? 'the scenario' : 'the one it is compared with';
  return `Over plausible figures ${would} does better by this measure on average. `;
}

function mechanismsText(explanation: Explanation, inputNames: InputNames): string {
  const { mechanisms, measure, trials } = explanation;
  const adds = mechanisms.map(
    ({ mechanism, adds: by }) =>
      `${capitalised(mechanismInWords(mechanism))} adds ${apartInWords(by, measure)}.`,
  );
  const others = trials.flatMap(({ tried, differences }) =>
    tried.kind === 'input' || (tried.kind === 'without' && tried.mechanism !== null)
      ? []
      : [
          `${capitalised(triedInWords(tried, inputNames))}: ${apartInWords(differences[0], measure)}.` +
            (differences[0].standing === 'may be luck' ? ' May be luck.' : ''),
        ],
  );
  const list = [...others, ...adds].map((line) =>
    wrapped(line, WIDTH - 4, '    ').replace(/^ {4}/, '  - '),
  );
  return [`The same difference, seen otherwise`, ...list].join('\n');
}

function titleOf(measure: Told, { verdicts }: Explanation, names: Names): string {
  return measureTitle(measure.id, measure.by, names, whichServices(measure, verdicts));
}
