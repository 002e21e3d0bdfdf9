import { COMMISSIONING_FINDINGS } from './catalogue-commissioning.ts';
import { EDITING_FINDINGS } from './catalogue-editing.ts';
import { FIGURE_FINDINGS } from './catalogue-figures.ts';
import { FORMULA_FINDINGS } from './catalogue-formulas.ts';
import { MEANING_FINDINGS } from './catalogue-meaning.ts';
import { OPENING_FINDINGS } from './catalogue-opening.ts';
import { READING_FINDINGS } from './catalogue-reading.ts';
import { SCENARIO_FINDINGS } from './catalogue-scenarios.ts';
import { SHAPE_FINDINGS } from './catalogue-shape.ts';
import { SNAPSHOT_FINDINGS } from './catalogue-snapshots.ts';

/** Every kind of finding there is, by code; the reference page of the guide lists it. */
export const CATALOGUE = {
  ...READING_FINDINGS,
  ...SHAPE_FINDINGS,
  ...FIGURE_FINDINGS,
  ...FORMULA_FINDINGS,
  ...MEANING_FINDINGS,
  ...COMMISSIONING_FINDINGS,
  ...SCENARIO_FINDINGS,
  ...EDITING_FINDINGS,
  ...SNAPSHOT_FINDINGS,
  ...OPENING_FINDINGS,
};

export type Catalogue = typeof CATALOGUE;
export type Code = keyof Catalogue;
