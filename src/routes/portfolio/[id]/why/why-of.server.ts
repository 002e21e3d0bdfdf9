import { error } from '@sveltejs/kit';
import { inputNamesOf } from '$lib/documents/input-names.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { explanationOf, type ExplainProgress } from '$lib/server/explanations.ts';
import { inputsNamed, shownWhy, type ShownWhy } from '$lib/state/shown-why.ts';
import type { InputNames } from '$lib/words/tried-words.ts';

/** How long a visitor waits for a first look before the page comes without. */
const patienceMs = 3000;

/** What a page shows of why a scenario differs, as far as it is known. */
export interface WhySoFar {
  why: ShownWhy | null;
  isFull: boolean;
  progress: ExplainProgress | null;
  before: number;
  isTooBusy: boolean;
  /** Of the figures that `why` names. */
  inputNames: InputNames;
}

/** Return what is known of a shipped scenario, with one measure chosen. */
export async function whySoFar(
  model: Model,
  id: string,
  measure: string | null,
  waitMs = patienceMs,
): Promise<WhySoFar> {
  const scenario = model.scenarios.find((one) => one.id === id);
  if (!scenario) error(404, { message: 'There is no scenario of that name here.' });
  try {
    const { explained, ...soFar } = await explanationOf(model, scenario, waitMs);
    const why = explained && shownWhy(explained, measure);
    return { ...soFar, why, inputNames: why ? namesFor(why, inputNamesOf(model.portfolio)) : {} };
  } catch (failure) {
    if (!(failure instanceof RunFailed)) throw failure;
    error(500, { message: 'This scenario cannot be run.', findings: failure.findings });
  }
}

/** The names of those figures that are named, so that a page does not carry all. */
function namesFor(why: ShownWhy, all: InputNames): InputNames {
  return Object.fromEntries(
    inputsNamed(why).flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])),
  );
}
