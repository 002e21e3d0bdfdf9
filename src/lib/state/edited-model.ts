import type { Finding } from '../diagnostics/finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import type { PlaceFindings } from '../portfolio/forms/check-figure.ts';
import type { PlacedValue } from '../portfolio/forms/edit-file.ts';
import type { NewName } from '../portfolio/forms/rename-in-model.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import type { Asked } from '../portfolio/forms/units-for.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';

/** What came of putting a value into a model. */
export interface Put extends PlaceFindings {
  /** Why it could not be put into the text, though it can be read at its place. */
  refused: Finding[];
}

/**
 * A model that is being edited: what forms need of it, however it is kept. What is asked of it is
 * done in turn, and away from the page's own thread.
 */
export interface EditedModel {
  /** What its text says; null while it cannot be read. */
  readonly raw: PortfolioFile | null;
  /** Findings of the whole model as it stands. */
  readonly findings: readonly Finding[];
  /**
   * Splice edits into the text as one step with this name, for undo. `make` is given what the model
   * says when its turn has come. Resolves to why that cannot be done; nothing has changed then.
   */
  edit(make: (raw: PortfolioFile) => readonly Edit[], name: string): Promise<Finding[]>;
  /** Put a value at a place, unless it cannot be read there. */
  put(placed: PlacedValue, name: string): Promise<Put>;
  /** What the place of a figure asks for; `unit` is the one that is written there. */
  asked(path: string, unit: string): Promise<Asked>;
}

/** A model whose structure is edited, too. */
export interface EditedStructure extends EditedModel {
  /**
   * Give something another id, or a stage another title, wherever the model and its scenarios name
   * it, as one step.
   */
  rename(name: NewName, schema: SchemaNode, step: string): Promise<Put & { isTaken: boolean }>;
}
