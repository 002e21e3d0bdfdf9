/** What changed on the screen of a workshop, in sentences. */
import type { DesignAnswer, DesignFigure } from '../workshop/design-answer.ts';
import type { ScreenChange } from '../workshop/last-change.ts';
import type { RoomResult } from '../workshop/views.ts';
import { differenceWithRange } from './difference-sentence.ts';
import { figure } from './figures.ts';
import { inEnglish } from './join-words-english.ts';
import { sharedStep } from './shared-step.ts';
import { findingOf, ROUND_WORDS, rowsOf, shareInWords } from './workshop-words.ts';

/** "“What matters” was closed: nobody can answer any more." */
export function changeInWords({ did, round, earlier, now }: ScreenChange): string {
  const name = round ? `“${ROUND_WORDS[round].name}”` : '';
  switch (did) {
    case 'opened':
      return `${name} was opened: people can answer now.`;
    case 'closed':
      return `${name} was closed: nobody can answer any more.`;
    case 'extended':
      return `${name} is open for some more minutes.`;
    case 'went back':
      return `${name} is open again: people can change what they answered.`;
    case 'let show':
      return `More of ${name} is shown than before.`;
    case 'ended':
      return 'The workshop has ended.';
    case 'revealed':
      return earlier
        ? `${name} was shown a second time. ${changedSince(earlier, now.results)}`
        : `${name} was shown: until then nobody could see what others said.`;
  }
}

function changedSince(earlier: readonly RoomResult[], now: readonly RoomResult[]): string {
  const asked = now.filter((one) => {
    const before = earlier.find(({ question }) => question === one.question);
    return JSON.stringify(before?.shown) !== JSON.stringify(one.shown);
  });
  if (asked.length === 0) return 'Nothing that is shown has changed.';
  return `Not as before: ${asked.length === 1 ? `“${asked[0].ask}”` : `${asked.length} questions.`}`;
}

/** What a result says now, with what it said before where that was something else. */
export function resultChange(before: RoomResult | undefined, now: RoomResult): string {
  if (!now.shown) return '';
  if (!before?.shown) return findingOf(now.shown, inEnglish);
  const rows = new Map(
    rowsOf(before.shown, inEnglish).map(({ id, share }) => [id, shareInWords(share, inEnglish)]),
  );
  const changed = rowsOf(now.shown, inEnglish).flatMap(({ id, text, share }) => {
    const was = rows.get(id);
    const is = shareInWords(share, inEnglish);
    return was === undefined || was === is ? [] : [`${text}: ${was} before, ${is} now.`];
  });
  const [then, since] = [findingOf(before.shown, inEnglish), findingOf(now.shown, inEnglish)];
  if (then !== since) return `${since} Before: ${lowerFirst(then)}`;
  return [since, ...changed].join(' ');
}

const lowerFirst = (text: string) => text[0].toLowerCase() + text.slice(1);

/** How finely one figure is said of all designs, so that how it is now is said once and the same. */
export function stepOfDesigns(
  all: readonly DesignAnswer[],
  { id, by, unit }: DesignFigure,
): number | undefined {
  return sharedStep(
    unit,
    all.flatMap((answer) => {
      const same =
        answer.kind === 'answer' &&
        answer.figures.find((one) => one.id === id && one.by?.id === by?.id);
      if (!same) return [];
      const { design: mean, difference } = same;
      return [{ own: { mean, low: null, high: null }, difference }];
    }),
  );
}

/** One figure as it is now and as a design has it. */
export interface DesignStepWords {
  id: string;
  title: string;
  now: string;
  then: string;
  /** With its range; empty where it cannot be told. */
  difference: string;
  /** Of a hundred relationships, for a picture; absent for other figures. */
  cutShort?: { now: number | null; then: number | null };
}

/**
 * Return what the model says of a design as steps from how it is now; `all` are the answers that
 * are shown of it and of others.
 */
export function designStep(
  { figures }: Extract<DesignAnswer, { kind: 'answer' }>,
  all: readonly DesignAnswer[],
): DesignStepWords[] {
  return figures.map((of) => {
    const { id, by, title, unit, now, design, difference } = of;
    const step = stepOfDesigns(all, of);
    return {
      ...{ id: `${id} ${by?.id ?? ''}`, title },
      ...{ now: figure(now, unit, '', step), then: figure(design, unit, '', step) },
      difference: difference ? `${differenceWithRange(difference)}.` : '',
      ...(id === 'cut-short-per-100' ? { cutShort: { now, then: design } } : {}),
    };
  });
}
