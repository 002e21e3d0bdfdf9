/**
 * A snapshot as sections of blocks: what the page, the Word paper and the tests read. Plain data; the
 * words are made here once, so that no two papers say different things.
 */
import type { Estimate } from '../comparison/summary.ts';
import type { MeasureRow } from './snapshot-measures.ts';
import type { ReportCell } from './report-block.ts';

export type PaperBlock =
  | { kind: 'text'; text: string }
  /** A text that matters more than those around it. */
  | { kind: 'strong'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'part'; title: string }
  | { kind: 'facts'; facts: { name: string; lines: string[]; isCode?: boolean }[] }
  /** Their own words, or what they said in other words. */
  | { kind: 'said'; says: string; from: string; inOtherWords?: boolean }
  | { kind: 'table'; caption: string; head: string[]; rows: ReportCell[][] }
  | { kind: 'measures'; caption: string; scenarios: string[]; rows: MeasureRow[] }
  /** Markdown that a person wrote. */
  | { kind: 'markdown'; markdown: string }
  | { kind: 'picture'; picture: Picture }
  | { kind: 'files'; files: { name: string; says: string }[] }
  /** What only people can write. */
  | { kind: 'yours'; hint: string };

/** Which picture; what it draws comes from the results. */
export type Picture =
  | { of: 'range'; measure: Estimate; subtitle: string; caption: string; message: string }
  | { of: 'endings'; message: string; subtitle: string }
  | { of: 'waiting'; message: string };

export interface PaperSection {
  id: string;
  title: string;
  blocks: PaperBlock[];
}

/** A text with blank lines in it, as paragraphs. */
export function paragraphs(text: string): PaperBlock[] {
  return text.split(/\n\s*\n/).map((paragraph) => ({ kind: 'text', text: paragraph.trim() }));
}

/** What somebody said, and for whom. */
export function said({ says, from }: { says: string; from: string }): PaperBlock {
  return { kind: 'said', says, from };
}

/** A heading of a part of a section. */
export function part(title: string): PaperBlock {
  return { kind: 'part', title };
}

/** Names with what stands for them. */
export function facts(...all: [name: string, lines: string[], isCode?: boolean][]): PaperBlock {
  return {
    kind: 'facts',
    facts: all.map(([name, lines, isCode]) => ({ name, lines, ...(isCode ? { isCode } : {}) })),
  };
}

/** A table; its first column names the rows. */
export function table(
  caption: string,
  head: string[],
  rows: string[][],
): PaperBlock & { kind: 'table' } {
  return { kind: 'table', caption, head, rows };
}

/** A section. */
export function section(id: string, title: string, blocks: PaperBlock[]): PaperSection {
  return { id, title, blocks };
}

/** A section, or none where nothing would stand in it. */
export function ifAny(id: string, title: string, blocks: PaperBlock[]): PaperSection[] {
  const full = blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0);
  return full.length > 0 ? [section(id, title, full)] : [];
}
