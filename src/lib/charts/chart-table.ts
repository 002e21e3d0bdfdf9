/**
 * The numbers behind a chart as a table, for reading aloud, for paper and for
 * documents. `head` names every column, that of the rows first.
 */
export interface ChartTable {
  caption: string;
  head: string[];
  rows: { head: string; cells: string[] }[];
  /** True where the cells are numbers, to be set flush right. */
  numeric: boolean;
}
