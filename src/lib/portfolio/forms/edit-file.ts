import type { Finding } from '../../diagnostics/finding.ts';
import { editText, type Edit } from '../edit-text.ts';
import { plainFile } from '../plain-file.ts';
import type { PortfolioFile } from '../portfolio-file.ts';
import { checkValue, type PlaceFindings } from './check-figure.ts';
import { withValue } from './with-value.ts';

/** What came of editing a portfolio's text. */
export interface EditedFile {
  /** The text with every edit made; null where it stays as it was. */
  text: string | null;
  /** What that text says. */
  raw: PortfolioFile | null;
  /** Why an edit cannot be made; empty where all were. */
  refused: Finding[];
}

/** Return a portfolio's text with edits made, all of them or none, and what it says then. */
export function editFile(text: string, edits: readonly Edit[]): EditedFile {
  const { value, findings } = editText(text, edits);
  if (findings.length > 0) return { text: null, raw: null, refused: findings };
  return { text: value, raw: plainFile(value), refused: [] };
}

/** A value for a place, and entries that must be there first: the source that it names. */
export interface PlacedValue {
  path: string;
  value: unknown;
  also: readonly Edit[];
}

/**
 * Put a value into a portfolio's text, unless it cannot be read at its place: `here` says why then.
 * What it makes wrong elsewhere is told, and does not hold it back.
 */
export function putValue(
  text: string,
  { path, value, also }: PlacedValue,
): EditedFile & PlaceFindings {
  const raw = plainFile(text);
  const nothing = { text: null, raw: null, refused: [] };
  if (!raw) return { ...editFile(text, [{ set: path, to: value }]), here: [], elsewhere: [] };
  const found = checkValue(withAdded(raw, also), path, value, 'model');
  if (found.here.length > 0) return { ...nothing, ...found };
  return { ...editFile(text, [...also, { set: path, to: value }]), ...found };
}

function withAdded(raw: PortfolioFile, edits: readonly Edit[]): PortfolioFile {
  let changed: unknown = raw;
  for (const edit of edits) {
    if ('add' in edit) changed = withValue(changed, `${edit.add}.${edit.key}`, edit.value);
  }
  return changed as PortfolioFile;
}
