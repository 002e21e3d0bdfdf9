import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';

/** What an answer is of; nothing: everything together. */
export interface Of {
  service?: string;
  group?: string;
  locality?: string;
  criterion?: string;
}

/** One line of `expected.json`; several values where it is known at several times. */
export interface Answer {
  measure: string;
  of?: Of;
  value: number | Record<string, number>[];
  formula: string;
}

/** A model whose answers are known, read through the ordinary front door. */
export interface KnownCase {
  name: string;
  title: string;
  model: Model;
  answers: Answer[];
}

const models = join(dirname(fileURLToPath(import.meta.url)), 'models');

/** Every case there is, in alphabetical order. */
export const caseNames = readdirSync(models)
  .filter((name) => existsSync(join(models, name, 'expected.json')))
  .sort();

const read = (name: string, file: string) => readFileSync(join(models, name, file), 'utf8');

/** Case of the literature that a model was taken from; "none" with a reason where it was not. */
export function readValidation(name: string): string {
  return (JSON.parse(read(name, 'expected.json')) as { validation: string }).validation;
}

/** Return a case; throws with the findings when its model is not clean. */
export function readCase(name: string): KnownCase {
  const { value, findings } = readModel(
    [{ path: `${name}.yaml`, text: read(name, 'portfolio.yaml') }],
    name,
  );
  if (!value) throw new Error(findings.map(({ what }) => `${name}: ${what}`).join('\n'));
  const { title, expected } = JSON.parse(read(name, 'expected.json')) as {
    title: string;
    expected: Answer[];
  };
  return { name, title, model: value, answers: expected };
}
