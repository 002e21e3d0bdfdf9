import type { Finding } from '../diagnostics/finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import { parseYaml } from '../portfolio/parse.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { EditedModel } from './edited-model.ts';
import { FigureForm } from './figure-form.svelte.ts';
import type { OwnDraft } from './own-draft.svelte.ts';
import type { OwnReading } from './own-reading.svelte.ts';
import { StructureForm } from './structure-form.svelte.ts';

/** One of a person's own models, as forms edit it: the same text as in the editor. */
export class OwnEdited implements EditedModel {
  /** Forms of figures by path: what was typed and cannot be read yet outlives the page. */
  readonly #figures = new Map<string, FigureForm>();
  #structure: StructureForm | null = null;
  #text: string | null = null;
  #raw: PortfolioFile | null = null;

  constructor(
    private readonly draft: OwnDraft,
    private readonly reading: OwnReading,
  ) {}

  /** Read at once and not by the worker: the places of the next edit depend on it. */
  get raw(): PortfolioFile | null {
    const text = this.draft.texts.portfolio;
    if (text !== this.#text) {
      const { value } = parseYaml(text, '');
      this.#raw = typeof value === 'object' && value !== null ? (value as PortfolioFile) : null;
      this.#text = text;
    }
    return this.#raw;
  }

  get findings(): readonly Finding[] {
    return this.reading.findings;
  }

  edit(edits: readonly Edit[], name: string): Finding[] {
    return this.draft.edit(edits, name);
  }

  /** Id of the source that holds for a figure that names none itself: the nearest around it. */
  sourceAround(path: string): string | undefined {
    const keys = path.split('.');
    for (let length = keys.length - 1; length > 0; length--) {
      const found = valueAt(this.raw, [...keys.slice(0, length), 'source'].join('.'));
      if (typeof found === 'string') return found;
    }
    return undefined;
  }

  /** The form of a figure, with what was typed in it before. */
  figureForm(path: string, name: string): FigureForm {
    const known = this.#figures.get(path);
    if (known) return known;
    const form = new FigureForm(this, path, name);
    this.#figures.set(path, form);
    return form;
  }

  structureForm(schema: SchemaNode): StructureForm {
    return (this.#structure ??= new StructureForm(this, schema));
  }
}

const edited = new WeakMap<OwnDraft, OwnEdited>();

/** Return the one editing of a draft that all its forms share. */
export function editedOf(draft: OwnDraft, reading: OwnReading): OwnEdited {
  const known = edited.get(draft);
  if (known) return known;
  const made = new OwnEdited(draft, reading);
  edited.set(draft, made);
  return made;
}
