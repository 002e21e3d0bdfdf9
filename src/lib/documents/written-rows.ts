/** Every figure of a file that is being edited, with its place in plain words. */
import { partsOf } from '../portfolio/forms/figure-draft.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import { nameOf } from '../portfolio/forms/things.ts';
import { writtenFigures } from '../portfolio/forms/written-figures.ts';
import type { PortfolioFile, SourceFile } from '../portfolio/portfolio-file.ts';
import { writtenInWords } from '../words/figure-in-words.ts';
import { describePath } from './list-figures.ts';

/** One figure as a list shows it before it is edited. */
export interface WrittenRow {
  path: string;
  /** The part of the file: "services". */
  part: string;
  /** Id of the service, for those of one. */
  service: string | null;
  of: string[];
  what: string;
  written: string;
  range: string;
  /** Id of the source that holds for it. */
  source: string | undefined;
  grade: SourceFile['kind'];
  /** Id of the assumption that it takes its value from. */
  assumption: string | null;
  /** What a search looks through, in small letters. */
  text: string;
}

/** Return every figure that a file writes, in its order. */
export function writtenRows(raw: PortfolioFile, schema: SchemaNode): WrittenRow[] {
  const names = namesInFile(raw);
  const sources = raw.sources ?? {};
  return writtenFigures(raw, schema).map(({ path, value, source, isNamed }) => {
    const { part, of, what } = describePath(path, names);
    const known = source === undefined ? undefined : sources[source];
    const service = /^services\.([^.]+)/.exec(path)?.[1] ?? null;
    return {
      ...{ path, part, service, of, what, source },
      written: isNamed ? assumptionName(String(value)) : bestOf(value),
      range: rangeOf(value),
      grade: known?.kind ?? 'assumption',
      assumption: isNamed ? String(value).trim() : null,
      text: [...of, what, path, known?.title, known?.by].join(' ').toLowerCase(),
    };
  });
}

/** Return the name of everything in a file that has one, by its path. */
export function namesInFile(raw: PortfolioFile): Map<string, string> {
  const names = new Map<string, string>();
  const add = (path: string) => {
    const entries: unknown = valueAt(raw, path);
    if (typeof entries !== 'object' || entries === null) return;
    for (const [id, entry] of Object.entries(entries)) {
      names.set(`${path}.${id}`, nameOf(id, entry));
    }
  };
  for (const part of ['localities', 'needs', 'groups', 'contracts', 'services']) add(part);
  for (const id of Object.keys(raw.services ?? {})) {
    for (const part of ['roles', 'places', 'points', 'partners', 'pathway']) {
      add(`services.${id}.${part}`);
    }
  }
  return names;
}

function bestOf(value: unknown): string {
  const best: unknown = typeof value === 'object' ? valueAt(value, 'best') : value;
  return writtenInWords({ written: String(best) });
}

function rangeOf(value: unknown): string {
  const [low, high] = [valueAt(value, 'low'), valueAt(value, 'high')];
  if (low === undefined || high === undefined) return '';
  const [from, to] = [partsOf(String(low)), partsOf(String(high))];
  const said = (written: unknown) => writtenInWords({ written: String(written) });
  if (from.unit !== to.unit || from.unit.startsWith('GBP')) return `${said(low)} to ${said(high)}`;
  return `${from.number} to ${said(high)}`;
}

function assumptionName(id: string): string {
  return nameOf(id.trim(), undefined);
}
