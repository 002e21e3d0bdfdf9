/**
 * Return the one JSON text of a value, by RFC 8785 (JSON Canonicalization
 * Scheme): keys in the order of their UTF-16 code units, no spaces, numbers and
 * escapes as ECMAScript writes them.
 *
 * Two files that mean the same have one text, whatever the order of their keys,
 * so its hash stands for the model. Keys whose value is undefined are left out.
 * Throws TypeError for what JSON cannot say: numbers that are not finite, halves
 * of characters, functions, and objects that are neither plain nor lists.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new TypeError(`JSON cannot say ${String(value)}.`);
  }
  const entries = Object.entries(value)
    .filter(([, of]) => of !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => `${canonicalText(key)}:${canonicalJson(of)}`);
  return `{${entries.join(',')}}`;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A surrogate without its other half, which UTF-8 has no bytes for. */
const half = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function canonicalText(text: string): string {
  if (half.test(text)) throw new TypeError('JSON cannot say half of a character.');
  return JSON.stringify(text);
}
