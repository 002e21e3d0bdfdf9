/** A figure as a form holds it: text, as a person types it. */
export interface FigureDraft {
  best: string;
  low: string;
  high: string;
  /** Follows the number: "% per month", "GBP per year", "weeks", or nothing. */
  unit: string;
  /** Id of its own source; '' for the source around it. */
  source: string;
  why: string;
}

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?/;

/** Return a written figure in two parts, its number and what follows it. */
export function partsOf(written: string): { number: string; unit: string } {
  const text = written.trim().replace(/\s+/g, ' ');
  const number = NUMBER.exec(text)?.[0] ?? '';
  if (number === '') return { number: text, unit: '' };
  return { number, unit: text.slice(number.length).trim() };
}

/** Return what a form holds of a figure as its file writes it. */
export function draftOf(value: unknown): FigureDraft {
  const mapping = isMapping(value) ? value : { best: value };
  const text = (key: string) => {
    const found = mapping[key];
    return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
  };
  const best = partsOf(text('best'));
  const { unit } = best;
  const end = (key: string) => {
    const parts = partsOf(text(key));
    // An end in another unit than the best value is shown whole.
    return parts.unit === unit ? parts.number : text(key);
  };
  return {
    ...{ best: best.number, low: end('low'), high: end('high'), unit },
    ...{ source: text('source'), why: text('why') },
  };
}

/**
 * Return a typed number with its unit as a file writes it: a plain number
 * stays one, thousands may be grouped, and what brings its own unit is kept as
 * typed. Null for nothing typed.
 */
export function writtenOf(typed: string, unit: string): string | number | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (text === '') return null;
  const plain = text.replace(/^£\s?/, '').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const isPlain = NUMBER.exec(plain)?.[0] === plain;
  if (!isPlain) return text;
  if (unit === '') return Number(plain);
  return unit.startsWith('%') ? `${plain}${unit}` : `${plain} ${unit}`;
}

/**
 * Return the figure that a draft says, in the shape that changes least in the
 * file: one line stays one line where nothing else is said of it.
 */
export function figureOf(draft: FigureDraft, before: unknown): unknown {
  const { best, low, high, unit, source, why } = draft;
  const mapping = isMapping(before) ? { ...before } : {};
  const put = (key: string, value: unknown) => {
    if (value === null || value === '') delete mapping[key];
    else mapping[key] = value;
  };
  const value = writtenOf(best, unit);
  mapping.best = value;
  put('low', writtenOf(low, unit));
  put('high', writtenOf(high, unit));
  put('source', source);
  put('why', why.trim());
  return isMapping(before) || Object.keys(mapping).length > 1 ? mapping : value;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
