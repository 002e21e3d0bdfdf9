/** What stands in a report, as plain data: drawn on a page, in a file or as text. */
export type ReportBlock =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  /** Formulas, one a line, to be read as they stand. */
  | { kind: 'formulas'; lines: string[] }
  /** A heading of a part of an item. */
  | { kind: 'part'; title: string }
  | ReportTable
  | ReportFlow;

/** The first cell of a row names it. A cell of several lines is a list of them. */
export interface ReportTable {
  kind: 'table';
  caption: string;
  head: string[];
  rows: ReportCell[][];
}

export type ReportCell = string | string[];

/** Boxes and the arrows between them, by index. */
export interface ReportFlow {
  kind: 'flow';
  boxes: { name: string; isGroup: boolean }[];
  arrows: { from: number; to: number; says: string; beside: boolean }[];
}

/** Return the lines of a cell. */
export function linesOf(cell: ReportCell): string[] {
  return typeof cell === 'string' ? [cell] : cell;
}

/** Return a table of these rows. */
export function table(caption: string, head: string[], rows: ReportCell[][]): ReportTable {
  return { kind: 'table', caption, head, rows };
}

/** Return a table as the only block, or no block where it would be empty. */
export function ifAny(one: ReportTable): ReportTable[] {
  return one.rows.length > 0 ? [one] : [];
}

/** Return a cell of these lines, or the word “none”. */
export function orNone(lines: string[]): ReportCell {
  return lines.length > 0 ? lines : 'none';
}
