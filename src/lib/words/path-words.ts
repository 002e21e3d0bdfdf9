import { listOf } from './numbers.ts';

/** A difference between two values, as the snapshot room finds it. */
interface Differing {
  path: readonly string[];
  before: unknown;
  after: unknown;
}

/** "results › summary › scenarios › as-it-is › measures › wait-mean › mean: 37 before, 38 now". */
export function differingInWords(
  { path, before, after }: Differing,
  was = 'before',
  is = 'now',
): string {
  return `${path.join(' › ')}: ${valueInWords(before)} ${was}, ${valueInWords(after)} ${is}`;
}

/** The same for many: those at the front, and how many more there are. */
export function differingList(all: readonly Differing[], was: string, is: string, most = 20) {
  const lines = all.slice(0, most).map((one) => differingInWords(one, was, is));
  return all.length > most ? [...lines, `… and ${all.length - most} more.`] : lines;
}

/** The parts of a document in which anything differs: "the text, the results". */
export function partsInWords(all: readonly Differing[]): string {
  return listOf([...new Set(all.map(({ path }) => path[0]))]);
}

function valueInWords(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
