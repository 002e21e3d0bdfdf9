/**
 * One figure being edited in a form: what is typed stays as typed, and goes
 * into the model as soon as it can be read there.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import { checkValue } from '../portfolio/forms/check-figure.ts';
import {
  draftOf,
  figureOf,
  unknownDraft,
  type FigureDraft,
} from '../portfolio/forms/figure-draft.ts';
import { newId } from '../portfolio/forms/new-id.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import { askedAt, type Asked } from '../portfolio/forms/units-for.ts';
import { withValue } from '../portfolio/forms/with-value.ts';
import type { PortfolioFile, SourceFile } from '../portfolio/portfolio-file.ts';
import type { EditedModel } from './edited-model.ts';

/** The parts of a figure that a finding can be about. */
export type FigurePart = 'best' | 'range' | 'source' | 'why';

/** What figures that nobody here knows say of themselves. */
export const NOT_KNOWN: SourceFile = {
  title: 'Not known yet: a working value',
  kind: 'assumption',
};

/** Any id does where a model is read on the side. */
const ON_THE_SIDE = 'model';

export class FigureForm {
  draft: FigureDraft = $state.raw(draftOf(undefined));
  /** What is wrong with what is typed; it is not in the model then. */
  wrong: { part: FigurePart; finding: Finding }[] = $state.raw([]);
  /** What it makes wrong elsewhere; it is in the model all the same. */
  elsewhere: Finding[] = $state.raw([]);
  /** What the place takes. */
  readonly asked: Asked;
  #seen: string;

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
    this.asked = model.raw
      ? askedAt(model.raw, path, ON_THE_SIDE, unit)
      : { example: '', units: [unit] };
  }

  get value(): unknown {
    return valueAt(this.model.raw, this.path);
  }

  /** Take over what the model says where it was changed elsewhere, by undo or in the text. */
  follow(): void {
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

  /** Read what is typed; put it into the model where it can be read. */
  commit(also: readonly Edit[] = []): boolean {
    const { raw } = this.model;
    const figure = figureOf(this.draft, this.value);
    if (!raw || (JSON.stringify(figure) === this.#seen && also.length === 0)) {
      this.wrong = [];
      return raw !== null;
    }
    const { here, elsewhere } = checkValue(withEdits(raw, also), this.path, figure, ON_THE_SIDE);
    const refused = here.map(({ field, finding }) => ({ part: partOf(field, finding), finding }));
    if (refused.length > 0) {
      this.wrong = refused;
      return false;
    }
    const said = [this.draft.best, this.draft.unit].join(' ').trim();
    const edits = [...also, { set: this.path, to: figure }];
    const found = this.model.edit(edits, `${this.name}: ${said}`);
    this.wrong = found.map((finding) => ({ part: 'best' as const, finding }));
    this.elsewhere = elsewhere;
    if (found.length === 0) this.#seen = JSON.stringify(figure);
    return found.length === 0;
  }

  /** Say that nobody here knows it: the range widens to the assumed one. */
  dontKnow(): boolean {
    const { id, edits } = this.#source(NOT_KNOWN);
    this.draft = unknownDraft(this.draft, id);
    return this.commit(edits);
  }

  /** Add a source and name it. */
  addSource(source: SourceFile): boolean {
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

function withEdits(raw: PortfolioFile, edits: readonly Edit[]): PortfolioFile {
  let changed: unknown = raw;
  for (const edit of edits) {
    if ('add' in edit) changed = withValue(changed, `${edit.add}.${edit.key}`, edit.value);
  }
  return changed as PortfolioFile;
}

function partOf(field: string, { code }: Finding): FigurePart {
  if (code === 'range-half' || field === 'low' || field === 'high') return 'range';
  if (field === 'source') return 'source';
  return field === 'why' || field === 'holder' ? 'why' : 'best';
}
