import type { Calibration, Fitting, Outcome } from '$lib/calibration/calibrate.ts';
import type { Unit } from '$lib/measures/measure.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { unitHeading } from '$lib/words/figures.ts';
import { decimalNumber } from '$lib/words/numbers.ts';
import { textTable, wrapped } from './text-table.ts';

/** What a calibration was made with. */
export interface Told {
  model: Portfolio;
  seed: number;
  replications: number;
}

const WIDTH = 100;

/** How leaving falls, in words. */
const STRUCTURE: Record<string, string> = {
  familiarity: 'Leaving early falls with familiarity, which a new worker begins again.',
  'time-in-service': 'Leaving early falls with time in the service, whoever the worker.',
  'lasting-differences': 'Leaving early falls because people differ for good.',
};

/** Return what a terminal shows of a calibration. */
export function calibrationText(calibration: Calibration, told: Told): string {
  const { outcomes, problem, tried } = calibration;
  const { model, seed, replications } = told;
  const { leaving } = model.rules;
  const intro = [
    model.title,
    model.notice,
    `${problem.free.length} assumptions fitted to ${problem.fitted.length} targets: ${tried} places ` +
      `tried, each in the same ${replications} futures (seed ${seed}). The fitted values were then ` +
      `run in ${2 * replications} other futures (seed ${seed + 1}); the tables show those.`,
    leaving ? STRUCTURE[leaving.fallsWith] : '',
    verdictSentence(calibration),
  ];
  const fitted = outcomes.filter(({ isFitted }) => isFitted);
  const held = outcomes.filter(({ isFitted, target }) => !isFitted && target.heldOut);
  const other = outcomes.filter(({ isFitted, target }) => !isFitted && !target.heldOut);
  const parts = [
    ...intro.filter((text) => text !== '').map((text) => wrapped(text, WIDTH)),
    outcomeTable('Fitted to', fitted),
    outcomeTable('Held out, and looked at afterwards', held),
    outcomeTable('Not fitted here', other),
    fittingTable(calibration),
    equallyGoodTable(calibration),
    outsideList(calibration),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Whether it went well, and what does not come out, in one sentence or two. */
export function verdictSentence({ outcomes, fittings, isGood }: Calibration): string {
  const missed = outcomes.filter(({ isFitted, isMet }) => isFitted && !isMet);
  const heldMissed = outcomes.filter(({ target, isMet }) => target.heldOut && !isMet);
  const held = heldMissed.map(({ target }) => `“${target.says}”`).join('; ');
  const aside = held === '' ? '' : ` Held out and not met: ${held}.`;
  if (isGood) return `Every fitted target is met.${aside}`;
  const ends = fittings.filter(({ atEnd }) => atEnd !== null);
  const names = missed.map(({ target }) => `“${target.says}”`).join('; ');
  const why =
    ends.length > 0
      ? ` At an end of its range: ${ends.map(({ id, atEnd }) => `${id} (${atEnd})`).join(', ')}. ` +
        'What was seen lies outside what the ranges can give.'
      : ' Nothing within the ranges gives all targets at once.';
  return `THE FIT IS BAD: not met is ${names}.${why}${aside}`;
}

function outcomeTable(title: string, outcomes: Outcome[]): string {
  if (outcomes.length === 0) return '';
  const rows = outcomes.map(({ target, measure, result, simulationError, isMet, ...aim }) => [
    target.says,
    `${number(aim.value, measure.unit)}\n(${number(aim.low, measure.unit)} to ${number(aim.high, measure.unit)})`,
    `${number(result, measure.unit)}\n(± ${number(simulationError, measure.unit)})`,
    `${signed(aim.leftover, measure.unit)}\n${unitHeading(measure.unit)}`,
    decimal(aim.standardErrors),
    isMet ? 'met' : 'NOT MET',
  ]);
  const head = [title, 'Seen', 'Model gives', 'Left over', 'In standard errors', ''];
  return textTable(head, rows, WIDTH);
}

const TELLS: Record<Fitting['tells'], (asWell: Fitting['asWell']) => string> = {
  nothing: () => 'anywhere in its range: the targets do not tell',
  'at least': ({ low }) => `from ${low} up`,
  'at most': ({ high }) => `up to ${high}`,
  where: ({ low, high }) => `from ${low} to ${high}`,
};

function fittingTable({ fittings }: Calibration): string {
  const rows = fittings.map(({ id, before, after, tells, asWell, atEnd }) => [
    id,
    before,
    atEnd === null ? after : `${after} (${atEnd} end)`,
    TELLS[tells](asWell),
  ]);
  const head = ['Assumption', 'In the file', 'Fitted', 'Fits as well, the others fitted anew'];
  return textTable(head, rows, WIDTH);
}

function equallyGoodTable({ equallyGood, fittings, misfit }: Calibration): string {
  if (equallyGood.length < 2) return '';
  const rows = equallyGood.map(({ values, misfit: missed }) => [
    values.map((value, i) => `${fittings[i].id}: ${value}`).join('\n'),
    decimal(missed),
  ]);
  const head = [`Fits as good as the best (which misses by ${decimal(misfit)})`, 'Misfit'];
  return textTable(head, rows, WIDTH);
}

function outsideList({ problem }: Calibration): string {
  if (problem.outside.length === 0) return '';
  const lines = problem.outside.map(({ says, value, outsideTheModel }) =>
    wrapped(`- ${says} (${value.written}). ${outsideTheModel}.`, WIDTH),
  );
  return ['Seen, and outside the model:', ...lines].join('\n');
}

function number(value: number, unit: Unit): string {
  return decimalNumber(value, unit === 'GBP' || unit === 'GBP each' ? 0 : 1).replace('minus ', '−');
}

function signed(value: number, unit: Unit): string {
  const text = number(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function decimal(value: number): string {
  return decimalNumber(value, 2).replace('minus ', '−');
}
