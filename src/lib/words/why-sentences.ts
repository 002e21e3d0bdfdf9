/** What drives a difference, where it would flip and what is worth finding out, in sentences. */
import type {
  ExplainedInput,
  MeasureExplained,
  Standing,
  Told,
  Tried,
} from '../comparison/explanation.ts';
import { apartInWords, apartRange, apartSize, isNothing } from './apart-words.ts';
import { valueInWords } from './figure-in-words.ts';
import { amount } from './figures.ts';
import { clearSignOf } from './how-sure.ts';
import { measureWords } from './measure-words.ts';
import { countOf, listOf } from './numbers.ts';
import { stepOfChange } from './precision.ts';
import type { InputNames } from './tried-words.ts';

/** What one measure's explanation is read with. */
export interface WhyContext {
  /** Title of the scenario, and of what it is compared with. */
  scenario: string;
  baseline: string;
  names: InputNames;
  /** Figures of the model that have a range. */
  uncertain: number;
}

/** "40% within a year" and "95% within a year": the ends of an input's range. */
export function endsInWords(input: ExplainedInput): { low: string; high: string } {
  return { low: valueInWords(input, input.low), high: valueInWords(input, input.high) };
}

/** Whether luck alone could make the difference follow an input as closely over the draws. */
export function mayBeLuck({ rankCorrelation, isClear }: ExplainedInput): boolean {
  return rankCorrelation !== null && !isClear;
}

/** The inputs that move the difference clearly and are not marked as luck, the widest first. */
export function drivers({ inputs }: MeasureExplained): ExplainedInput[] {
  return inputs.filter((input) => clearSignOf(input.swing) !== 0 && !mayBeLuck(input));
}

/** First sentence: how large the difference is, and which figure moves it most. */
export function drivesSentence(explained: MeasureExplained, title: string, of: WhyContext): string {
  const { answer, measure, inputs } = explained;
  const start = `${title}: ${apartInWords(answer, measure)} under “${of.scenario}” than under “${of.baseline}”`;
  const said = clearSignOf(answer) === 0 ? `${title}: ${apartInWords(answer, measure)}` : start;
  if (answer.difference === null) return `${title}: cannot tell, for one of the two has none.`;
  if (of.uncertain === 0) return `${said}. No figure of this model has a range to try.`;
  if (inputs.length === 0) return `${said}. No figure was tried by itself yet.`;
  const [top] = drivers(explained);
  if (!top) {
    const none =
      inputs.length === 1
        ? 'The one figure tried by itself does not move'
        : `None of the ${inputs.length} figures tried by themselves moves`;
    return `${said}. ${none} it clearly.`;
  }
  const { low, high } = endsInWords(top);
  return (
    `${said}. Of the figures tried by themselves, “${nameOfInput(top, of.names)}” moves it most: ` +
    `${apartSize(top.atLow, measure)} at ${low}, ${apartSize(top.atHigh, measure)} at ${high}.`
  );
}

/** Second sentence: at which value of which figure the preference would change. */
export function flipSentence({ answer, inputs }: MeasureExplained, of: WhyContext): string {
  if (answer.low === null)
    return 'A difference cannot be told, so there is no preference that could turn round.';
  if (clearSignOf(answer) === 0)
    return 'There is no clear difference, so there is no preference that could turn round.';
  const found = inputs.filter(({ switching }) => switching);
  const looked = inputs.filter(({ switching }) => switching !== undefined);
  const untold = inputs.filter(({ switchingUntold }) => switchingUntold).length;
  const rest = untold > 0 ? ` For ${countOf(untold, 'figure', 'figures')} it cannot be told.` : '';
  if (looked.length === 0 && untold > 0)
    return 'Whether any figure turns it round by itself cannot be told.';
  if (looked.length === 0)
    return 'No figure was tried by itself, so none is known to turn it round.';
  if (found.length === 0) {
    const which =
      looked.length === 1
        ? 'The figure that moves it most does not turn it round by itself'
        : `None of the ${looked.length} figures that move it most turns it round by itself`;
    return `${which}, anywhere in its plausible range.${rest}`;
  }
  const flips = found.slice(0, 3).map((input) => flipClause(input, of.names));
  const more = found.length - flips.length;
  return `It would turn round ${listOf(flips, 'or')}${more > 0 ? `, or with ${countOf(more, 'other figure', 'other figures')}` : ''}: inside what is plausible.${rest}`;
}

/** "where “Chance that funding is renewed” is below about 52% within a year (now 70% …)". */
function flipClause(input: ExplainedInput, names: InputNames): string {
  const { switching } = input;
  const at = valueInWords(input, switching?.value ?? input.best);
  const now = valueInWords(input, input.best);
  return `where “${nameOfInput(input, names)}” is ${flipSide(input)} about ${at} (now ${now})`;
}

/** On which side of the switching value the preference is the other one. */
export function flipSide({ switching, best }: ExplainedInput): 'above' | 'below' {
  return (switching?.value ?? best) >= best ? 'above' : 'below';
}

/** What lies at the far end, beyond the switching value: the other preference, or no clear difference. */
export function flipCertainty(
  input: ExplainedInput,
  trials: readonly { tried: Tried; standing: Standing }[],
): string {
  const end = flipSide(input) === 'above' ? 'high' : 'low';
  const beyond = trials.find(
    ({ tried }) => tried.kind === 'input' && tried.key === input.key && tried.end === end,
  );
  const at = 'at the end of its range';
  if (!beyond || beyond.standing === 'cannot tell') return `a difference cannot be told ${at}`;
  return beyond.standing === 'turns' ? `clearly the other way ${at}` : `no clear difference ${at}`;
}

/** Which unknown is worth finding out first, and what that would be worth. */
export function worthSentence(explained: MeasureExplained, of: WhyContext & { draws: number }) {
  const { measure, inputs, worthOfAllFigures } = explained;
  const rest = worthOfAllSentence(explained, of.draws);
  if (worthOfAllFigures === null || worthOfAllFigures < 1e-9) return rest;
  const [first] = inputs
    .filter(({ worthKnowing }) => (worthKnowing ?? 0) > 1e-9)
    .sort((a, b) => (b.worthKnowing ?? 0) - (a.worthKnowing ?? 0));
  if (!first) {
    return `${rest} Which figure that hangs on cannot be told from luck in ${of.draws} sets of plausible figures.`;
  }
  return (
    `Find out “${nameOfInput(first, of.names)}” first: to know it before choosing would be worth ` +
    `${worthInWords(first.worthKnowing ?? 0, measure)} on average. ${rest}`
  );
}

/** What it would be worth to know every figure first; with nothing to gain or to tell, why. */
export function worthOfAllSentence(
  { measure, worthOfAllFigures, overFigures }: MeasureExplained,
  draws: number,
): string {
  if (measure.better === 'neither')
    return 'Of this measure neither more nor less is better: knowing figures first is worth nothing by it.';
  if (draws === 0) return 'No sets of plausible figures were drawn, so this cannot be told yet.';
  if (worthOfAllFigures === null) {
    const drawn = countOf(draws, 'set', 'sets');
    return `What it would be worth to know figures first cannot be told: of the ${drawn} of plausible figures drawn, fewer than two tell how the two scenarios differ.`;
  }
  if (worthOfAllFigures >= 1e-9)
    return `To know every figure before choosing would be worth ${worthInWords(worthOfAllFigures, measure)} on average.`;
  if (overFigures && isNothing(overFigures))
    return `In every one of ${draws} sets of plausible figures the two are the same by this measure: finding out more would not change that.`;
  if (overFigures && clearSignOf(overFigures) === 0)
    return `What plausible figures do to the choice by this measure cannot be told from luck in ${draws} sets.`;
  return `In none of ${draws} sets of plausible figures would the choice by this measure be the other: finding out more would not change it.`;
}

/** A gain in the measure's own unit: "0.4 of 100 relationships begun", "3 days". */
export function worthInWords(worth: number, { id, unit }: Pick<Told, 'id' | 'unit'>): string {
  const said = amount(worth, unit, stepOfChange(unit, [worth]));
  if (unit !== 'per 100' && unit !== 'per 1,000') return said;
  const { who } = measureWords(id);
  return `${said} of ${unit.slice(4)}${who ? ` ${who}` : ''}`;
}

/** What is left with every assumed effect switched off. */
export function withoutEffectsSentence(
  dates: { difference: number | null; low: number | null; high: number | null } | null,
  { answer, measure }: MeasureExplained,
): string {
  if (!dates || dates.low === null)
    return 'What is left with every assumed effect switched off cannot be told.';
  const whole = apartInWords(answer, measure);
  if (clearSignOf(dates) === 0) {
    const range =
      dates.low === 0 && dates.high === 0
        ? 'no difference at all'
        : `no clear difference (${apartRange(dates, measure)})`;
    return `With every assumed effect switched off, there is ${range}; with all of them it is ${whole}.`;
  }
  return `With every assumed effect switched off, it is ${apartInWords(dates, measure)}; with all of them it is ${whole}.`;
}

/** The name an input goes by; one without its own reads as its key. */
export function nameOfInput({ key }: Pick<ExplainedInput, 'key'>, names: InputNames): string {
  return names[key] ?? key;
}
