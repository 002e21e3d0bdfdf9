/**
 * Return what other YAML readers make of a plain scalar that this one reads as
 * text or a number, or null where all agree. YAML 1.1 readers (PyYAML, R's
 * yaml) know more words and more kinds of number.
 */
export function readDifferently(source: string): string | null {
  if (/^(?:yes|no|on|off|y|n)$/i.test(source)) return 'true or false';
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(source)) return 'a date';
  if (/^[-+]?[1-9]\d*(?::[0-5]?\d)+$/.test(source)) return 'a number to the base of sixty';
  if (/^[-+]?0[0-7]+$/.test(source)) return 'a number to the base of eight';
  if (/^[-+]?\d[\d_]*_[\d_]*$/.test(source)) return 'a number';
  if (/^[-+]?\d+(?:\.\d*)?[eE]\d+$/.test(source)) return 'text';
  if (/^0o[0-7]+$/.test(source)) return 'text';
  return null;
}
