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

/** Whether it went well, and what does not come out, in a sentence or a few. */
export function verdictSentence(calibration: Calibration): string {
  const { outcomes, isGood } = calibration;
  const said = (which: (one: Outcome) => boolean) =>
    outcomes
      .filter(which)
      .map(({ target }) => `“${target.says}”`)
      .join('; ');
  const held = said(({ target, isMet }) => target.heldOut && isMet === false);
  const heldUntold = said(({ target, isMet }) => target.heldOut && isMet === null);
  const aside =
    (held === '' ? '' : ` Held out and not met: ${held}.`) +
    (heldUntold === '' ? '' : ` Held out, and the model cannot tell it: ${heldUntold}.`);
  if (isGood) return `Every fitted target is met.${aside}`;
  const untold = said(({ isFitted, isMet }) => isFitted && isMet === null);
  const missed = said(({ isFitted, isMet }) => isFitted && isMet === false);
  if (calibration.misfit === null) {
    const which = untold === '' ? 'targets together' : untold;
    return `NOTHING IS FITTED: the model cannot tell ${which} at any of the ${calibration.tried} places tried. Nobody came to what is counted there.${aside}`;
  }
  const bad = [
    missed === '' ? '' : `not met is ${missed}.`,
    untold === '' ? '' : `the model cannot tell ${untold}.`,
  ];
  return `THE FIT IS BAD: ${bad.filter((one) => one !== '').join(' And ')}${whyBad(calibration)}${aside}`;
}

/** What is known of why a fit is bad; that no place fits is never known, only that none did. */
function whyBad({ fittings, isMetInSearch, tried }: Calibration): string {
  if (isMetInSearch) {
    return ' In the futures that it was fitted in all are met: more replications make the two agree better.';
  }
  const ends = fittings.filter(({ atEnd }) => atEnd !== null);
  const at = ends.map(({ id, atEnd }) => `${id} (${atEnd})`).join(', ');
  return (
    (at === '' ? '' : ` At an end of its range: ${at}.`) +
    ` None of the ${tried} places tried within the ranges gives all targets at once.`
  );
}

function outcomeTable(title: string, outcomes: Outcome[]): string {
  if (outcomes.length === 0) return '';
  const rows = outcomes.map(({ target, measure, result, simulationError, isMet, ...aim }) => [
    target.says,
    `${number(aim.value, measure.unit)}\n(${number(aim.low, measure.unit)} to ${number(aim.high, measure.unit)})`,
    ...(result === null
      ? ['cannot tell', '', '']
      : [
          `${number(result, measure.unit)}\n(± ${number(simulationError ?? 0, measure.unit)})`,
          `${signed(aim.leftover ?? 0, measure.unit)}\n${unitHeading(measure.unit)}`,
          decimal(aim.standardErrors ?? 0),
        ]),
    isMet === null ? 'CANNOT TELL' : isMet ? 'met' : 'NOT MET',
  ]);
  const head = [title, 'Seen', 'Model gives', 'Left over', 'In standard errors', ''];
  return textTable(head, rows, WIDTH);
}

const TELLS: Record<Fitting['tells'], (asWell: Fitting['asWell']) => string> = {
  nothing: () => 'anywhere in its range: the targets do not tell',
  'at least': ({ low, atLeast }) => `${atLeast ? 'at least ' : ''}from ${low} up`,
  'at most': ({ high, atLeast }) => `${atLeast ? 'at least ' : ''}up to ${high}`,
  where: ({ low, high, atLeast }) => `${atLeast ? 'at least ' : ''}from ${low} to ${high}`,
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
  if (equallyGood.length < 2 || misfit === null) return '';
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
