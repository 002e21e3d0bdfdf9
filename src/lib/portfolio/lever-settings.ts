/** The levers of a portfolio as a page shows them: what each asks, its choices and its value now. */
import { readQuantity } from '../formula/read-quantity.ts';
import { applyChanges } from './apply-changes.ts';
import type { Lever } from './portfolio.ts';
import type { PortfolioFile } from './portfolio-file.ts';

interface Setting {
  id: string;
  ask: string;
  /** Path that it sets in the model's file. */
  sets: string;
  /** The values the model has now, in words: "12 months" or "12 months, 36 months". */
  nowWords: string;
}

export interface NumberSetting extends Setting {
  kind: 'number';
  from: number;
  to: number;
  step: number;
  /** Follows the number in the file: "GBP per financial year"; empty for a bare number. */
  unit: string;
  /** The value now, in the lever's unit; null where the model holds several, or none in such a unit. */
  now: number | null;
}

export interface ChoiceSetting extends Setting {
  kind: 'choice';
  choices: string[];
  /** The choice that the model makes now; null where it makes none of them, or several. */
  now: string | null;
}

export type LeverSetting = NumberSetting | ChoiceSetting;

/** Return the levers that have something to set, in the order of the model. */
export function leverSettings(levers: readonly Lever[], raw: PortfolioFile): LeverSetting[] {
  return levers.flatMap((lever): LeverSetting[] => {
    const values = valuesAt(raw, lever.sets);
    const words = [...new Set(values.map(String))];
    const { id, ask, sets, unit = '' } = lever;
    const shared = { id, ask, sets, nowWords: words.join(', ') };
    if (lever.choices) {
      // "2 months before it ends" makes the choice "2 months".
      const isNow = (choice: string) => words[0] === choice || words[0].startsWith(`${choice} `);
      const now = words.length === 1 ? (lever.choices.find(isNow) ?? null) : null;
      return [{ ...shared, kind: 'choice', choices: lever.choices, now }];
    }
    const { from, to, step } = lever;
    if (from === undefined || to === undefined || step === undefined) return [];
    const numbers = new Set(values.map((value) => numberIn(value, unit)));
    const now = numbers.size === 1 ? [...numbers][0] : null;
    return [{ ...shared, kind: 'number', from, to, step, unit, now }];
  });
}

/** Return the best values that stand at a path; a name stands for the value of its assumption. */
function valuesAt(raw: PortfolioFile, path: string): unknown[] {
  return applyChanges(raw, [{ set: path, to: 0 }]).paths.flatMap((full) => {
    const best = bestOf(valueAt(raw, full));
    const named = typeof best === 'string' ? valueAt(raw, `assumptions.${best}`) : undefined;
    const value = named === undefined ? best : bestOf(named);
    return value === undefined ? [] : [value];
  });
}

function valueAt(raw: unknown, path: string): unknown {
  let at = raw;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

function bestOf(figure: unknown): unknown {
  return typeof figure === 'object' && figure !== null && 'best' in figure ? figure.best : figure;
}

/**
 * The number that a value is in a lever's unit: 270000 for "270000 GBP per financial year", and for
 * "22500 GBP per month" too; null where its unit is of another kind.
 */
function numberIn(value: unknown, unit: string): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const words = String(value);
  if (typeof value === 'string' && unit !== '' && words.endsWith(unit)) {
    const number = Number(words.slice(0, words.length - unit.length).trim());
    if (Number.isFinite(number)) return number;
  }
  // A chance within a time is no multiple of another.
  if ([words, unit].some((one) => one.includes('within'))) return null;
  const [read, one] = [value, `1 ${unit}`.trim()].map(
    (each) => readQuantity(each, 'any', '').value,
  );
  if (!read || !one || read.dimension !== one.dimension) return null;
  // Days and back again leave a trace in the last digits.
  return Number((read.value / one.value).toPrecision(12));
}
