/** Designs: what somebody sets otherwise than it is now. They have no rank, and nobody wins. */
import { leverChange } from '../portfolio/lever-changes.ts';
import type { LeverSetting, NumberSetting } from '../portfolio/lever-settings.ts';
import type { Change } from '../portfolio/portfolio.ts';
import type { DesignQuestion } from './plan.ts';

/** By id of a lever; what is left as it is now is not there. In the order of the levers. */
export type DesignSettings = Record<string, number | string>;

/** A design as it is shown: a letter, and nobody's. */
export interface ShownDesign {
  letter: string;
  settings: DesignSettings;
}

/** Read what came as a design; null where it sets what no lever can. */
export function readSettings(
  levers: readonly LeverSetting[],
  given: unknown,
): DesignSettings | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const settings: DesignSettings = {};
  const unknown = new Set(Object.keys(given));
  for (const lever of levers) {
    if (!unknown.delete(lever.id)) continue;
    const value = (given as Record<string, unknown>)[lever.id];
    if (!isOf(lever, value)) return null;
    if (value !== lever.now) settings[lever.id] = value;
  }
  return unknown.size === 0 ? settings : null;
}

/** Whether a lever can be set to a value. */
function isOf(lever: LeverSetting, value: unknown): value is number | string {
  if (lever.kind === 'choice') return typeof value === 'string' && lever.choices.includes(value);
  if (typeof value !== 'number' || !(value >= lever.from && value <= lever.to)) return false;
  // What stands in the model need not lie on a step.
  return value === lever.now || value === onStep(lever, value);
}

/** How many steps a lever has from its one end: none goes beyond the other. */
export function stepsOf({ from, to, step }: NumberSetting): number {
  return Math.floor((to - from) / step + 1e-9);
}

/** The nearest value that the steps of a lever reach. */
export function onStep(lever: NumberSetting, value: number): number {
  const { from, step } = lever;
  const steps = Math.round((value - from) / step);
  return Number((from + Math.min(stepsOf(lever), Math.max(0, steps)) * step).toFixed(6));
}

/** The changes to the portfolio that a design is. */
export function designChanges(
  { levers }: Pick<DesignQuestion, 'levers'>,
  settings: DesignSettings,
): Change[] {
  return levers.flatMap((lever) => {
    const value = settings[lever.id];
    if (value === undefined) return [];
    const unit = lever.kind === 'number' ? lever.unit : '';
    return [leverChange({ id: lever.id, ask: lever.ask, sets: lever.sets, unit }, value)];
  });
}

/**
 * Give designs letters, each that was made more than once only one: in an order that has nothing to
 * do with who made them, or when, or how good they are.
 */
export function lettered(designs: readonly DesignSettings[]): ShownDesign[] {
  const different = new Map(designs.map((settings) => [keyOf(settings), settings]));
  return [...different.keys()]
    .sort()
    .map((key, at) => ({ letter: letterOf(at), settings: different.get(key)! }));
}

/** What tells two designs apart. */
export function keyOf(settings: DesignSettings): string {
  return JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A to Z, then AA, AB, … */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}
