/** What a column is before there are rows. */
export const NO_INTEGERS = new Int32Array(0);
export const NO_NUMBERS = new Float64Array(0);

/** The names of a pool's columns, in the order in which they stand in a row. */
export interface Columns {
  integers: string[];
  numbers: string[];
}

/**
 * The rows of a pool. `widths` are of columns that take more than one place in a row.
 *
 * There are about four times as many integers as other numbers, which stand in rows of a quarter of
 * the places: what begins at `at` among the integers begins at `at >> 2` among the numbers. Room that
 * nothing stands in would be memory to wait for.
 */
export class Rows {
  /** Places for integers in a row: a multiple of four. */
  readonly length: number;
  integers = NO_INTEGERS;
  numbers = NO_NUMBERS;
  private readonly places = new Map<string, number>();

  constructor(
    private readonly names: Columns,
    private readonly widths: Record<string, number> = {},
  ) {
    const quarters = Math.max(Math.ceil(this.lay(names.integers) / 4), this.lay(names.numbers));
    this.length = 4 * quarters;
  }

  /** Have room for so many rows; what stood in those there were stays. */
  grow(count: number): void {
    const integers = new Int32Array(count * this.length);
    const numbers = new Float64Array((count * this.length) >> 2);
    integers.set(this.integers);
    numbers.set(this.numbers);
    this.integers = integers;
    this.numbers = numbers;
  }

  /** Each column by its name: a view of the rows. */
  columns(): [name: string, column: Int32Array | Float64Array][] {
    const of = <T extends Int32Array | Float64Array>(rows: T, names: string[]) =>
      names.map((name): [string, T] => [name, rows.subarray(this.places.get(name)) as T]);
    return [...of(this.integers, this.names.integers), ...of(this.numbers, this.names.numbers)];
  }

  /** Give columns their places in a row, one after the other; return where the last one ends. */
  private lay(names: string[]): number {
    let place = 0;
    for (const name of names) {
      this.places.set(name, place);
      place += this.widths[name] ?? 1;
    }
    return place;
  }
}
