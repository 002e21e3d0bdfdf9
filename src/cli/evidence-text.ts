import type { CriterionEvidence } from '$lib/comparison/criterion-evidence.ts';
import { designedInWords, saidInWords } from '$lib/words/evidence-words.ts';
import { CANNOT_TELL, figure } from '$lib/words/figures.ts';
import type { Names } from '$lib/words/names.ts';
import { textTable, wrapped } from './text-table.ts';

/**
 * Return the three kinds of evidence for each promise, side by side and never
 * merged. Nothing where no survey is recorded: the figures stand above already.
 */
export function evidenceTexts(
  evidence: readonly CriterionEvidence[],
  title: string,
  names: Names,
  width: number,
): string[] {
  if (!evidence.some(({ said }) => said.length > 0)) return [];
  const head = [
    `Evidence for each promise: ${title}`,
    'Designed in',
    'Reached',
    'What people said',
  ];
  const rows = evidence.map((of) => [
    of.promise,
    designedInWords(of, names),
    of.reached?.mean == null ? CANNOT_TELL : figure(of.reached.mean, of.reached.unit),
    saidInWords(of),
  ]);
  const apart =
    'These are three kinds of evidence. They are not added up, and are no official rating.';
  return [textTable(head, rows, width), wrapped(apart, width)];
}
