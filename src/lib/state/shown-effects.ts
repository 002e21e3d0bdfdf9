import type { HeadlinesExplained, Told } from '../comparison/explanation.ts';
import { effectsOf, effectsOnAnswer } from '../words/effect-words.ts';
import { measureTitle } from '../words/measure-words.ts';
import type { Names } from '../words/names.ts';
import { whichServices } from '../words/which-services.ts';
import { measureInAddress, shownWhy } from './shown-why.ts';

/** A measure that a reader can choose: as an address names it, and as people do. */
export interface MeasureToChoose {
  name: string;
  title: string;
}

/** What the assumptions of a model do to one answer, and which answers there are beside it. */
export interface ShownEffects {
  /** In words, by the id of the assumption. */
  byId: Record<string, string>;
  /** What they are of: a sentence. */
  of: string;
  measures: MeasureToChoose[];
  /** The one that is shown, as an address names it. */
  measure: string;
}

/** Return the measures of an explanation, for a reader to choose from. */
export function measuresToChoose(
  measures: readonly Pick<Told, 'id' | 'by'>[],
  names: Names,
): MeasureToChoose[] {
  return measures.map((measure) => ({
    name: measureInAddress(measure),
    title: measureTitle(measure.id, measure.by, names, whichServices(measure, measures)),
  }));
}

/** Return what assumptions do to the measure that is asked for; null where no headline is told. */
export function shownEffects(
  whole: HeadlinesExplained,
  asked: string | null,
  names: Names,
): ShownEffects | null {
  const explained = shownWhy(whole, asked)?.explained;
  if (!explained) return null;
  const measure = measureInAddress(explained.measure);
  const measures = measuresToChoose(
    whole.measures.map(({ measure }) => measure),
    names,
  );
  const title = measures.find(({ name }) => name === measure)?.title ?? '';
  return {
    byId: effectsOnAnswer(explained),
    of: effectsOf(explained, title, whole.scenario.title),
    ...{ measures, measure },
  };
}
