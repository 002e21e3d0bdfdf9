import type { Finding } from '../diagnostics/finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';

/** A model that is being edited: what forms need of it, however it is kept. */
export interface EditedModel {
  /** What its text says; null while it cannot be read. */
  readonly raw: PortfolioFile | null;
  /** Findings of the whole model as it stands. */
  readonly findings: readonly Finding[];
  /**
   * Splice edits into the text as one step with this name, for undo. Returns
   * why that cannot be done; nothing has changed then.
   */
  edit(edits: readonly Edit[], name: string): Finding[];
}
