import type { LeverSetting } from '$lib/portfolio/lever-settings.ts';

type NumberLever = Extract<LeverSetting, { kind: 'number' }>;

/** Thousands may be set apart; a comma is never a point, and what may be either is refused. */
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const plain = /^-?(\d+(\.\d*)?|\.\d+)$/;

/** Read what was typed into the field of a lever, with its unit or without; NaN where it is no number. */
export function readTyped(typed: string, unit: string): number {
  let text = typed.trim().replace(/^£/, '').trim();
  if (unit !== '' && text.endsWith(unit)) text = text.slice(0, -unit.length).trim();
  if (grouped.test(text)) return Number(text.replaceAll(',', ''));
  return plain.test(text) ? Number(text) : NaN;
}

/** The nearest number that a lever can be set to: a step of it, or what it is now. */
export function onStep({ from, to, step, now }: NumberLever, wanted: number): number {
  if (wanted === now) return now;
  const last = Math.floor((to - from) / step + 1e-9);
  const steps = Math.round((Math.min(to, Math.max(from, wanted)) - from) / step);
  return Number((from + Math.min(steps, last) * step).toFixed(6));
}
