import { untrack } from 'svelte';
import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import type { EditedFile, PlacedValue } from '../portfolio/forms/edit-file.ts';
import type { NewName } from '../portfolio/forms/rename-in-model.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import type { Asked } from '../portfolio/forms/units-for.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { EditedStructure, Put } from './edited-model.ts';
import { FigureForm, notAsked } from './figure-form.svelte.ts';
import type { ModelReader } from './model-reader.svelte.ts';
import type { FormsOver, OwnDraft } from './own-draft.svelte.ts';
import type { OwnWork } from './own-draft-context.ts';
import type { OwnReading } from './own-reading.svelte.ts';
import { StructureForm } from './structure-form.svelte.ts';

/** Texts of which it is remembered what they say: those that undo leads back to first. */
const mostKnown = 8;

/** One of a person's own models, as forms edit it: the same text as in the editor. */
export class OwnEdited implements EditedStructure, FormsOver {
  /** Forms of figures by path: what was typed and cannot be read yet outlives the page. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- each form says by itself what changes
  readonly #figures = new Map<string, FigureForm>();
  #structure: StructureForm | null = $state.raw(null);
  /** How many forms there are: who asks what they hold is told when there is another. */
  #opened = $state(0);
  /** What texts say, the one asked for last at the end. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- what a text says never changes
  readonly #known = new Map<string, PortfolioFile | null>();
  /** What the page shows: of the draft's text, or of the one before while that is being read. */
  #shown = $state.raw<{ of: string; raw: PortfolioFile | null } | null>(null);
  #problem = $state('');

  constructor(
    private readonly draft: OwnDraft,
    private readonly reading: OwnReading,
    private readonly reader: ModelReader,
  ) {}

  get raw(): PortfolioFile | null {
    // What an edit has made is known at once.
    const known = this.#known.get(this.draft.texts.portfolio);
    return known === undefined ? (this.#shown?.raw ?? null) : known;
  }

  /** False until the text was read for the first time. */
  get isRead(): boolean {
    return this.#shown !== null;
  }

  /** Why the text could not even be read: a fault of ours, not of the model. */
  get problem(): string {
    return this.#problem;
  }

  get findings(): readonly Finding[] {
    return this.reading.findings;
  }

  /** Read the draft's text where it changed: pages with forms call it in an effect. */
  follow(): void {
    const text = this.draft.texts.portfolio;
    if (this.#shown?.of === text) return;
    this.#plain(text).then(
      (raw) => {
        if (text !== this.draft.texts.portfolio) return;
        this.#shown = { of: text, raw };
        this.#problem = '';
      },
      (error: unknown) => (this.#problem = error instanceof Error ? error.message : String(error)),
    );
  }

  async edit(make: (raw: PortfolioFile) => readonly Edit[], name: string): Promise<Finding[]> {
    const { refused } = await this.#rewrite(async (text) => {
      const raw = await this.#plain(text);
      const edits = raw ? make(raw) : [];
      if (edits.length === 0) return { text: null, raw: null, refused: [] };
      return this.reader.call('edit', text, edits);
    }, name);
    return refused;
  }

  async put(placed: PlacedValue, name: string): Promise<Put> {
    const ask = (text: string) => this.reader.call('put', text, placed);
    const made: EditedFile & Partial<Put> = await this.#rewrite(ask, name);
    const { here = [], elsewhere = [], refused } = made;
    return { here, elsewhere, refused };
  }

  async rename(
    name: NewName,
    schema: SchemaNode,
    step: string,
  ): Promise<Put & { isTaken: boolean }> {
    try {
      return await this.draft.rewriteAll(async (texts) => {
        const made = await this.reader.call('rename', texts, schema, name);
        if (made.texts) this.#know(made.texts.portfolio, made.raw);
        return made;
      }, step);
    } catch (error) {
      const refused = [cutShort(error)];
      return { here: [], elsewhere: [], refused, isTaken: false };
    }
  }

  async asked(path: string, unit: string): Promise<Asked> {
    const raw = await this.#plain(this.draft.texts.portfolio);
    return raw ? this.reader.call('asked', raw, path, unit) : notAsked(unit);
  }

  /** Rewrite the draft's text; where workers die of it, what was typed stays and that is said. */
  async #rewrite<Made extends EditedFile>(
    make: (text: string) => Promise<Made>,
    name: string,
  ): Promise<Made | EditedFile> {
    try {
      return await this.draft.rewrite(async (text) => {
        const made = await make(text);
        if (made.text !== null) this.#know(made.text, made.raw);
        return made;
      }, name);
    } catch (error) {
      return { text: null, raw: null, refused: [cutShort(error)] };
    }
  }

  async #plain(text: string): Promise<PortfolioFile | null> {
    const known = this.#known.get(text);
    const raw = known === undefined ? await this.reader.call('plain', text) : known;
    this.#know(text, raw);
    return raw;
  }

  #know(text: string, raw: PortfolioFile | null): void {
    this.#known.delete(text);
    this.#known.set(text, raw);
    if (this.#known.size > mostKnown) this.#known.delete(this.#known.keys().next().value!);
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
    this.#opened += 1;
    return form;
  }

  structureForm(schema: SchemaNode): StructureForm {
    return (this.#structure ??= new StructureForm(this, schema));
  }

  get isHolding(): boolean {
    return this.#all.some((form) => form.isHeld);
  }

  get isStuck(): boolean {
    return this.#all.some((form) => form.isStuck);
  }

  putHeld(): Promise<unknown> {
    return Promise.all(this.#all.filter((form) => form.isHeld).map((form) => form.putHeld()));
  }

  get #all(): (FigureForm | StructureForm)[] {
    const figures = this.#opened > 0 ? [...this.#figures.values()] : [];
    return this.#structure ? [...figures, this.#structure] : figures;
  }
}

function cutShort(error: unknown): Finding {
  const why = error instanceof Error ? error.message : String(error);
  return makeFinding('edit-cut-short', '', { why });
}

const edited = new WeakMap<OwnDraft, OwnEdited>();

/** Return the one editing of a draft that all its forms share. */
export function editedOf({ draft, reading, forms }: OwnWork): OwnEdited {
  const known = edited.get(draft);
  if (known) return known;
  const made = new OwnEdited(draft, reading, forms);
  edited.set(draft, made);
  untrack(() => (draft.forms = made));
  return made;
}
