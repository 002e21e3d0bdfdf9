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
