import type { FigureFile } from './portfolio-file.ts';

/** The rule of leaving early, as the file writes it. */
export interface LeavingFile {
  'falls-with': StructureFile;
  familiarity?: LeavingByClockFile;
  'time-in-service'?: LeavingByClockFile;
  'lasting-differences'?: LeavingDifferencesFile;
  source?: string;
}

export type StructureFile = 'familiarity' | 'time-in-service' | 'lasting-differences';

export interface LeavingByClockFile {
  factor: string | number;
  with?: Record<string, FigureFile>;
  source?: string;
}

export interface LeavingDifferencesFile {
  spread: FigureFile;
  law?: 'gamma' | 'lognormal';
  with?: Record<string, FigureFile>;
  source?: string;
}
