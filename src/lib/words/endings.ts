/**
 * Why a relationship ended, in plain words. The ids are those of the
 * simulation; nothing here blames the person or the worker.
 */

/** Cut short: before a planned ending, by something outside the relationship. */
export type EndingKind = 'cut-short' | 'as-planned' | 'other' | 'going-on';

export interface EndingWords {
  id: string;
  /** "the worker left": stands after "because", in labels and in tables. */
  words: string;
  /** As short as a label in a chart can be. */
  short: string;
  /** One letter that marks it where there is no room for words. */
  letter: string;
  kind: EndingKind;
}

/** In the order in which charts stack them: cut short first, planned last. */
export const ENDINGS: readonly EndingWords[] = [
  ending('funding-ended', 'funding ended', 'funding ended', 'F', 'cut-short'),
  ending('worker-left', 'the worker left', 'worker left', 'W', 'cut-short'),
  ending('time-limit', 'a time limit was reached', 'time limit', 'T', 'cut-short'),
  ending('left-early', 'left support early', 'left early', 'L', 'other'),
  ending('persons-choice', 'the person chose to change worker', 'own choice', 'C', 'other'),
  ending('other-life-event', 'other life event', 'life event', 'O', 'other'),
  ending('moved-on-cold', 'moved on without an introduction', 'moved on, no intro', 'N', 'other'),
  ending('still-going', 'still going', 'still going', 'G', 'going-on'),
  ending('moved-on-warm', 'moved on with an introduction', 'introduced on', 'M', 'as-planned'),
  ending('planned-ending', 'planned ending', 'planned', 'P', 'as-planned'),
];

/** In place of pictures of how relationships end, where there is nothing to draw. */
export const NONE_BEGAN = 'No relationship began in these runs.';

const byId = new Map(ENDINGS.map((words) => [words.id, words]));

/** The words for a reason; null stands for a relationship that still goes on. */
export function endingWords(reason: string | null): EndingWords {
  const id = reason ?? 'still-going';
  const known = byId.get(id);
  // A model format of a later version may know other reasons: better its id than nothing.
  return known ?? ending(id, id.replaceAll('-', ' '), id.replaceAll('-', ' '), '?', 'other');
}

/** True for worker left, funding ended and time limit. */
export function isCutShort(reason: string | null): boolean {
  return endingWords(reason).kind === 'cut-short';
}

function ending(
  id: string,
  words: string,
  short: string,
  letter: string,
  kind: EndingKind,
): EndingWords {
  return { id, words, short, letter, kind };
}
