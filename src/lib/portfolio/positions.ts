/** Where a key and its value stand in a text: line and column from 1. */
export interface Position {
  key?: Place;
  value: Place;
  /** Plain or quoted text on one line: an offset in it is an offset in the file. */
  inLine: boolean;
}

export interface Place {
  line: number;
  column: number;
}

/** Places by path: "services.roads.pathway.0.leave"; '' is the whole file. */
export type Positions = ReadonlyMap<string, Position>;

/** Return the place of a path, or of the nearest thing around it that has one. */
export function placeOf(positions: Positions, path: string, atKey: boolean): Place {
  let at = path;
  let found = positions.get(at);
  const exact = found !== undefined;
  while (!found && at !== '') {
    const dot = at.lastIndexOf('.');
    at = dot < 0 ? '' : at.slice(0, dot);
    found = positions.get(at);
  }
  if (!found) return { line: 1, column: 1 };
  return (atKey || !exact) && found.key ? found.key : found.value;
}
