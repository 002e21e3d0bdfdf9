/**
 * A strip of a drawing, from edge to edge, that stands by itself: on paper a sheet may end between
 * two, and never within one. Coordinates inside are those of the whole drawing.
 */
export interface ChartPart {
  y: number;
  height: number;
}
