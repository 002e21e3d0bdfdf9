/** Return the unit of a figure, as a file writes it, in plain words: "pounds per year". */
export function unitInWords(unit: string): string {
  if (unit === '') return 'a plain number';
  if (unit.startsWith('GBP')) return unit.replace('GBP', 'pounds');
  return unit.startsWith('%') ? unit.replace('%', 'per cent') : unit;
}
