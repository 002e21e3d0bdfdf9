import type { Summary } from '../comparison/summary.ts';

/** Return what is said of ranges that were widened for several scenarios; empty where they were not. */
export function togetherSentence({ simultaneous }: Summary): string {
  if (!simultaneous) return '';
  const { comparisons, level } = simultaneous;
  const all = comparisons === 2 ? 'both' : `all ${comparisons}`;
  return (
    `Ranges of differences for luck in the computing are widened so that ${all} comparisons hold ` +
    `together (95%; each by itself ${(level * 100).toFixed(1)}%, after Bonferroni).`
  );
}
