import type { CriterionEvidence } from '$lib/comparison/criterion-evidence.ts';
import { designedInWords, saidInWords } from '$lib/words/evidence-words.ts';
import { CANNOT_TELL, figure } from '$lib/words/figures.ts';
import type { Names } from '$lib/words/names.ts';
import { wrapped } from './text-table.ts';

/**
 * Return the three kinds of evidence for each promise, one below the other and
 * never merged. Nothing where no survey is recorded: the figures stand above
 * already.
 */
export function evidenceTexts(
  evidence: readonly CriterionEvidence[],
  title: string,
  names: Names,
  width: number,
): string[] {
  if (!evidence.some(({ said }) => said.length > 0)) return [];
  const promises = evidence.flatMap((of) => [
    wrapped(`- ${of.promise}`, width),
    wrapped(`Designed in: ${designedInWords(of, names)}.`, width - 4, '    '),
    wrapped(`Reached in time: ${reached(of)}.`, width - 4, '    '),
    wrapped(`What people said: ${saidInWords(of)}.`, width - 4, '    '),
  ]);
  const apart =
    'Three kinds of evidence for each promise, which are not added up and are no official rating ' +
    `(${title}):`;
  return [[wrapped(apart, width), ...promises].join('\n')];
}

function reached({ reached: estimate }: CriterionEvidence): string {
  return estimate?.mean == null ? CANNOT_TELL : figure(estimate.mean, estimate.unit);
}
