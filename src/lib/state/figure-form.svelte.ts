/**
 * One figure being edited in a form: what is typed stays as typed, and goes
 * into the model as soon as it can be read there.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import { draftOf, figureOf, type FigureDraft } from '../portfolio/forms/figure-draft.ts';
import { mergeDrafts, partsBetween } from '../portfolio/forms/merge-drafts.ts';
import { newId } from '../portfolio/forms/new-id.ts';
import { valueAt } from '../portfolio/forms/references.ts';
import type { Asked } from '../portfolio/forms/units-for.ts';
import { unknownDraft } from '../portfolio/forms/unknown-draft.ts';
import type { SourceFile } from '../portfolio/portfolio-file.ts';
import type { EditedModel } from './edited-model.ts';

/** The parts of a figure that a finding can be about. */
export type FigurePart = 'best' | 'range' | 'source' | 'why';

/** What figures that nobody here knows say of themselves. */
export const NOT_KNOWN: SourceFile = {
  title: 'Not known yet: a working value',
  kind: 'assumption',
};

/** What is known of a place before it is looked up: the unit that is written there. */
export function notAsked(unit: string): Asked {
  return { example: '', units: [unit], expected: 'any', isDecided: false };
}

export class FigureForm {
  draft: FigureDraft = $state.raw(draftOf(undefined));
  /** What is wrong with what is typed; it is not in the model then. */
  wrong: { part: FigurePart; finding: Finding }[] = $state.raw([]);
  /** What it makes wrong elsewhere; it is in the model all the same. */
  elsewhere: Finding[] = $state.raw([]);
  /** Where what is typed was changed elsewhere too: what the model says of it. The person chooses. */
  theirs: Partial<FigureDraft> | null = $state.raw(null);
  /** What the place takes; only its unit is known until it is looked up. */
  asked: Asked = $state.raw(notAsked(''));
  #lookUp: Promise<void>;
  /** What the model said last, and what stood here for that: what is typed is told from it. */
  #seen: string | undefined;
  #base: FigureDraft = $state.raw(draftOf(undefined));
  /** What is on its way into the model. */
  #sent: FigureDraft | null = $state.raw(null);
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
    this.draft = this.#base = draftOf(value);
    this.#seen = JSON.stringify(value);
    const { unit } = this.draft;
    this.asked = notAsked(unit);
    this.#lookUp = model.asked(path, unit).then((asked) => void (this.asked = asked));
  }

  get value(): unknown {
    return valueAt(this.model.raw, this.path);
  }

  /** True where something is typed that is neither in the model nor on its way there. */
  get isHeld(): boolean {
    // Of a figure that is gone nothing can be put anywhere.
    if (this.draft === this.#sent || (this.model.raw && this.value === undefined)) return false;
    return this.theirs !== null || !isEmpty(partsBetween(this.#base, this.draft));
  }

  /** True where it cannot be put into the model as it stands. */
  get isStuck(): boolean {
    return this.isHeld && (this.theirs !== null || this.wrong.length > 0);
  }

  /**
   * Take over what the model says where it was changed elsewhere: in another tab, by undo or in the
   * text. What is typed here stays, and where both changed the same the person is asked.
   */
  follow(): void {
    // Read first: an effect that calls this while something is on its way must be called again.
    const now = JSON.stringify(this.value);
    if (this.#committing > 0 || now === this.#seen || now === undefined) return;
    const said = draftOf(this.value);
    const typed = { mine: this.draft, base: this.#base };
    const was = draftOf(this.#seen === undefined ? undefined : JSON.parse(this.#seen));
    const { draft, both } = mergeDrafts(typed, { was, said }, this.theirs);
    this.#seen = now;
    this.#base = said;
    this.draft = draft;
    this.theirs = both;
    this.elsewhere = [];
    if (isEmpty(partsBetween(said, draft))) this.wrong = [];
  }

  /** Settle what was changed elsewhere, too: with what is typed here. */
  keepMine(): Promise<boolean> {
    this.theirs = null;
    return this.commit();
  }

  /** The same with what the model says. */
  keepTheirs(): Promise<boolean> {
    this.draft = { ...this.draft, ...this.theirs };
    this.theirs = null;
    return this.commit();
  }

  /** Change what is typed, without reading it yet. */
  type(change: Partial<FigureDraft>): void {
    this.draft = { ...this.draft, ...change };
  }

  /** Have what is typed read, and put into the model where it can be read there. */
  async commit(also: readonly Edit[] = []): Promise<boolean> {
    // What came from elsewhere and is not shown yet must not be overwritten unseen.
    this.follow();
    const { raw } = this.model;
    if (!raw || this.theirs) return false;
    const { draft } = this;
    const figure = figureOf(draft, this.value);
    const isSame = this.#committing === 0 && JSON.stringify(figure) === this.#seen;
    if (isSame && also.length === 0) {
      this.#base = draft;
      this.wrong = [];
      return true;
    }
    const said = [draft.best, draft.unit].join(' ').trim();
    const number = ++this.#commits;
    this.#committing += 1;
    this.#sent = draft;
    const placed = { path: this.path, value: figure, also };
    const put = await this.model.put(placed, `${this.name}: ${said}`);
    this.#committing -= 1;
    if (this.#sent === draft) this.#sent = null;
    const isIn = put.here.length === 0 && put.refused.length === 0;
    if (isIn) {
      // Not what the model says by now: an undo that waited for this may have come first.
      this.#seen = JSON.stringify(figure);
      this.#base = draft;
    }
    // What was typed since is being read in its turn.
    if (number === this.#commits) {
      this.wrong = [
        ...put.here.map(({ field, finding }) => ({ part: partOf(field, finding), finding })),
        ...put.refused.map((finding) => ({ part: 'best' as const, finding })),
      ];
      if (isIn) this.elsewhere = put.elsewhere;
    }
    this.follow();
    return isIn;
  }

  /** Put what is typed into the model, though its field was not left yet. */
  putHeld(): Promise<boolean> {
    return this.commit();
  }

  /**
   * Say that nobody here knows it: its range widens to the assumed one. What is decided has none:
   * the model would take it for certain then.
   */
  async dontKnow(): Promise<boolean> {
    await this.#lookUp;
    if (this.asked.isDecided || this.theirs) return false;
    const { id, edits } = this.#source(NOT_KNOWN);
    this.draft = unknownDraft(this.draft, id, this.asked.expected);
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

function isEmpty(parts: Partial<FigureDraft>): boolean {
  return Object.keys(parts).length === 0;
}

function partOf(field: string, { code }: Finding): FigurePart {
  if (code === 'range-half' || field === 'low' || field === 'high') return 'range';
  if (field === 'source') return 'source';
  return field === 'why' || field === 'holder' ? 'why' : 'best';
}
