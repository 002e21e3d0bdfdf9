import type { FigureFile } from './portfolio-file.ts';

/** A target, as the file writes it. */
export interface TargetFile {
  says: string;
  value: FigureFile;
  measure?: string;
  of?: TargetOfFile;
  'outside-the-model'?: string;
  'held-out'?: boolean;
  'fitted-with'?: string[];
  source?: string;
}

export interface TargetOfFile {
  service?: string;
  stage?: string;
  locality?: string;
  criterion?: string;
  contract?: string;
}
