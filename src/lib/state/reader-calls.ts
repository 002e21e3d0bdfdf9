/**
 * What a worker that reads models can be asked for. Pages know these by type alone, so that no page
 * brings what reading YAML, figures and formulas takes.
 */
import type { Checked } from '../diagnostics/finding.ts';
import { canonicalJson } from '../experiment/canonical-json.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import { editFile, putValue, type PlacedValue } from '../portfolio/forms/edit-file.ts';
import { renameInModel, type NewName } from '../portfolio/forms/rename-in-model.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import { askedAt } from '../portfolio/forms/units-for.ts';
import type { ModelTexts } from '../portfolio/model-texts.ts';
import { plainFile } from '../portfolio/plain-file.ts';
import type { Change, Portfolio } from '../portfolio/portfolio.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { leverSettings, type LeverSetting } from '../portfolio/lever-settings.ts';
import type { Model } from '../portfolio/read-model.ts';
import { readOwnModel } from '../portfolio/read-own-model.ts';
import { resolve } from '../portfolio/resolve.ts';
import { sha256Hex } from '../snapshot/sha256.ts';
import { modelInShort, type ModelInShort } from './model-in-short.ts';

/** A model as read for pages, with what they show of it that takes reading too. */
export interface ReadModel extends Model {
  /** The same as a server gives for these texts. */
  hash: string;
  levers: LeverSetting[];
}

export const readerCalls = {
  /** The whole model that texts make, checked. */
  read: (texts: ModelTexts) => readForPages(texts),
  /** The same in short. */
  check: (texts: ModelTexts) => checkedInShort(readForPages(texts)),
  /** What a portfolio's text says; null where it cannot be read. */
  plain: (text: string) => plainFile(text),
  /** A portfolio's text with edits made. */
  edit: (text: string, edits: readonly Edit[]) => editFile(text, edits),
  /** A portfolio's text with a value at a place, where it can be read there. */
  put: (text: string, placed: PlacedValue) => putValue(text, placed),
  /** A model's texts with another id for something, or title of a stage, wherever it is named. */
  rename: (texts: ModelTexts, schema: SchemaNode, name: NewName) =>
    renameInModel(texts, schema, name),
  /** What the place of a figure asks for. */
  asked: (raw: PortfolioFile, path: string, unit: string) => askedAt(raw, path, 'model', unit),
  /** A model with each of some lists of changes made; null where one cannot be. */
  portfolios: (raw: PortfolioFile, id: string, changes: Change[][]): (Portfolio | null)[] =>
    changes.map((one) => resolve(raw, { id, changes: one }).value),
};

function readForPages(texts: ModelTexts): Checked<ReadModel> {
  const { value: model, findings } = readOwnModel(texts);
  if (!model) return { value: null, findings };
  const { raw, portfolio } = model;
  const hash = sha256Hex(canonicalJson(raw));
  return { value: { ...model, hash, levers: leverSettings(portfolio.levers, raw) }, findings };
}

export function checkedInShort({ value, findings }: Checked<ReadModel>): Checked<ModelInShort> {
  return { value: value && modelInShort(value), findings };
}

export type ReaderCalls = typeof readerCalls;
export type ReaderCall = keyof ReaderCalls;

/** The messages between a page and its reader; an answer carries the number of what was asked. */
export interface ToReader {
  job: number;
  call: ReaderCall;
  args: readonly unknown[];
}

export type FromReader = { job: number } & (
  | { kind: 'answer'; value: unknown }
  /** Our own code is at fault: what can be wrong with a model is in the answers. */
  | { kind: 'failed'; message: string }
);
