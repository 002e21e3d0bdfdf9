/**
 * What `src/build/compile-validators.js` makes of the JSON Schemas under `static/schema`.
 *
 * Each function says whether a value fits its schema; when it does not, its `errors` hold every
 * error found, until the function is called again.
 */
import type { ErrorObject } from 'ajv';

export interface Validator {
  (value: unknown): boolean;
  errors?: ErrorObject[] | null;
}

export const validatePortfolio: Validator;
export const validateScenario: Validator;
export const validateSnapshotText: Validator;
