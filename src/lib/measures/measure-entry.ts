import type { Unit } from './measure.ts';

/** What one measure says, for column heads, help and the guide. */
export interface MeasureEntry {
  title: string;
  what: string;
  unit: Unit;
  better: 'higher' | 'lower' | 'neither';
}
