/**
 * Numbers as people read them: whole where possible, thousands grouped, no
 * exponents. Written out here rather than by `Intl`, so that every browser,
 * server and paper says the same.
 */

/** Return the value rounded to a multiple of `step`, halves away from zero, never minus zero. */
export function roundTo(value: number, step: number): number {
  mustBeFinite(value);
  // Dividing by a whole number of parts keeps 0.1 + 0.2 from showing as 0.30000000000000004.
  const rounded =
    step < 1
      ? Math.round(Math.abs(value) * Math.round(1 / step)) / Math.round(1 / step)
      : Math.round(Math.abs(value) / step) * step;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** "1,234"; "minus 3". Rounded to a whole number. */
export function wholeNumber(value: number): string {
  return decimalNumber(value, 0);
}

/** "3.4"; "1,234.0" with `places` digits after the point, at most 4. */
export function decimalNumber(value: number, places: number): string {
  mustBeFinite(value);
  const rounded = roundTo(value, [1, 0.1, 0.01, 0.001, 0.0001][places]);
  const [whole, part] = Math.abs(rounded).toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${rounded < 0 ? 'minus ' : ''}${grouped}${part ? `.${part}` : ''}`;
}

/** "3.4" or "3": as many digits as the step needs, and no more than the number has. */
export function plainNumber(value: number, step: number): string {
  const rounded = roundTo(value, step);
  const places =
    step >= 1 || rounded === Math.trunc(rounded) ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3;
  return decimalNumber(rounded, places);
}

/** "1 person", "2 people", "0 people", "1.5 people": the word that goes with the number as said. */
export function countOf(value: number, one: string, many: string, step = 1): string {
  const said = plainNumber(value, step);
  return `${said} ${said === '1' || said === 'minus 1' ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listOf(items: readonly string[], joint = 'and'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items[items.length - 1]}`;
}

/** The first letter made a capital, the rest left alone. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function mustBeFinite(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number that can be said: ${value}.`);
}
