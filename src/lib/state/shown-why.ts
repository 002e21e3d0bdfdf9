/**
 * What a page shows of an explanation: one measure at a time, with the verdicts of all. The whole
 * holds every headline in everything that was tried, which is far more than a page has to carry.
 */
import type {
  Apart,
  HeadlinesExplained,
  MeasureExplained,
  Standing,
  Told,
  Tried,
  Verdict,
} from '../comparison/explanation.ts';
import { measureKey } from '../comparison/measure-key.ts';

/** One way of looking, and the chosen measure's difference under it. */
export interface ShownTrial extends Apart {
  tried: Tried;
  standing: Standing;
}

/** An explanation with one measure chosen. */
export interface ShownWhy extends Omit<HeadlinesExplained, 'measures' | 'trials' | 'verdicts'> {
  explained: MeasureExplained;
  trials: ShownTrial[];
  /** Of every headline. */
  verdicts: Verdict[];
}

/** A measure as an address names it: "cut-short-per-100:awards"; "spend". */
export function measureInAddress({ id, by }: Pick<Told, 'id' | 'by'>): string {
  return by ? `${id}:${by.id}` : id;
}

/**
 * Return the measure that an address asks for among some; where it asks for none of them,
 * relationships cut short, those in services paid by awards that end before those in all.
 */
export function chosenMeasure<T extends Pick<Told, 'id' | 'by'>>(
  measures: readonly T[],
  asked: string | null,
): T | undefined {
  const usual = (of: T) => of.id === 'cut-short-per-100';
  return (
    measures.find((of) => measureInAddress(of) === asked) ??
    measures.find((of) => usual(of) && of.by?.id === 'awards') ??
    measures.find(usual) ??
    measures[0]
  );
}

/** Return what is shown of an explanation; null where no headline is told. */
export function shownWhy(whole: HeadlinesExplained, asked: string | null): ShownWhy | null {
  const { measures, trials, ...rest } = whole;
  const chosen = chosenMeasure(
    measures.map(({ measure }) => measure),
    asked,
  );
  const explained = measures.find(({ measure }) => measure === chosen);
  if (!explained) return null;
  const key = measureKey(explained.measure);
  return {
    ...rest,
    explained,
    trials: trials.flatMap(({ tried, differences }) =>
      differences
        .filter((of) => measureKey(of) === key)
        .map(({ difference, low, high, standing }) => ({
          ...{ tried, difference, low, high, standing },
        })),
    ),
  };
}

/** Return the keys of the inputs that a shown explanation names. */
export function inputsNamed({ explained, trials }: ShownWhy): string[] {
  const keys = trials.flatMap(({ tried }) => (tried.kind === 'input' ? [tried.key] : []));
  return [...new Set([...explained.inputs.map(({ key }) => key), ...keys])];
}
