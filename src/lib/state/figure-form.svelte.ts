/**
 * One figure being edited in a form: what is typed stays as typed, and goes
 * into the model as soon as it can be read there.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import {
  draftOf,
  figureOf,
  unknownDraft,
  type FigureDraft,
} from '../portfolio/forms/figure-draft.ts';
import { newId } from '../portfolio/forms/new-id.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import type { Asked } from '../portfolio/forms/units-for.ts';
import type { SourceFile } from '../portfolio/portfolio-file.ts';
import type { EditedModel } from './edited-model.ts';

/** The parts of a figure that a finding can be about. */
export type FigurePart = 'best' | 'range' | 'source' | 'why';

/** What figures that nobody here knows say of themselves. */
export const NOT_KNOWN: SourceFile = {
  title: 'Not known yet: a working value',
  kind: 'assumption',
};

export class FigureForm {
  draft: FigureDraft = $state.raw(draftOf(undefined));
  /** What is wrong with what is typed; it is not in the model then. */
  wrong: { part: FigurePart; finding: Finding }[] = $state.raw([]);
  /** What it makes wrong elsewhere; it is in the model all the same. */
  elsewhere: Finding[] = $state.raw([]);
  /** What the place takes; only its unit is known until it is looked up. */
  asked: Asked = $state.raw({ example: '', units: [''] });
  #seen: string;
  /** How much is on its way into the model, and how much ever was. */
  #committing = 0;
  #commits = 0;

  constructor(
    readonly model: EditedModel,
    readonly path: string,
    /** What it is called, for undo. */
    readonly name: string,
  ) {
    const value = this.value;
    this.draft = draftOf(value);
    this.#seen = JSON.stringify(value);
    const { unit } = this.draft;
    this.asked = { example: '', units: [unit] };
    void model.asked(path, unit).then((asked) => (this.asked = asked));
  }

  get value(): unknown {
    return valueAt(this.model.raw, this.path);
  }

  /** Take over what the model says where it was changed elsewhere, by undo or in the text. */
  follow(): void {
    if (this.#committing > 0) return;
    const now = JSON.stringify(this.value);
    if (now === this.#seen || now === undefined) return;
    this.#seen = now;
    this.draft = draftOf(this.value);
    this.wrong = [];
    this.elsewhere = [];
  }

  /** Change what is typed, without reading it yet. */
  type(change: Partial<FigureDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  /** Have what is typed read, and put into the model where it can be read there. */
  async commit(also: readonly Edit[] = []): Promise<boolean> {
    const { raw } = this.model;
    const figure = figureOf(this.draft, this.value);
    const isSame = this.#committing === 0 && JSON.stringify(figure) === this.#seen;
    if (!raw || (isSame && also.length === 0)) {
      this.wrong = [];
      return raw !== null;
    }
    const said = [this.draft.best, this.draft.unit].join(' ').trim();
    const number = ++this.#commits;
    this.#committing += 1;
    const placed = { path: this.path, value: figure, also };
    const put = await this.model.put(placed, `${this.name}: ${said}`);
    this.#committing -= 1;
    const isIn = put.here.length === 0 && put.refused.length === 0;
    if (isIn) this.#seen = JSON.stringify(this.value);
    // What was typed since is being read in its turn.
    if (number === this.#commits) {
      this.wrong = [
        ...put.here.map(({ field, finding }) => ({ part: partOf(field, finding), finding })),
        ...put.refused.map((finding) => ({ part: 'best' as const, finding })),
      ];
      if (isIn) this.elsewhere = put.elsewhere;
    }
    return isIn;
  }

  /** Say that nobody here knows it: the range widens to the assumed one. */
  dontKnow(): Promise<boolean> {
    const { id, edits } = this.#source(NOT_KNOWN);
    this.draft = unknownDraft(this.draft, id);
    return this.commit(edits);
  }

  /** Add a source and name it. */
  addSource(source: SourceFile): Promise<boolean> {
    const { id, edits } = this.#source(source);
    this.type({ source: id });
    return this.commit(edits);
  }

  /** A source like this one: its id, and the edits that put it into the model where it is missing. */
  #source(source: SourceFile): { id: string; edits: Edit[] } {
    const sources = this.model.raw?.sources ?? {};
    const known = Object.entries(sources).find(([, { title }]) => title === source.title);
    if (known) return { id: known[0], edits: [] };
    const id = newId(source.title.split(':')[0], Object.keys(sources));
    return { id, edits: [{ add: 'sources', key: id, value: source }] };
  }
}

function partOf(field: string, { code }: Finding): FigurePart {
  if (code === 'range-half' || field === 'low' || field === 'high') return 'range';
  if (field === 'source') return 'source';
  return field === 'why' || field === 'holder' ? 'why' : 'best';
}
