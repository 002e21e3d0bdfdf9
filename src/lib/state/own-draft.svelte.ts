/**
 * One of a person's own models, being edited: its texts, every step undone and redone by name, and
 * kept in the browser by itself.
 *
 * Pages get it with `ownDraft()` of `own-draft-context.ts`, and change the model only through it:
 *
 *     const draft = ownDraft();
 *     draft.texts.portfolio            // the YAML as it stands
 *     draft.rewrite((text) => askAWorkerToEdit(text), 'Caseload: 15')
 *     draft.write('scenarios/five-year.yaml', text, 'Add a scenario')
 *     await draft.undo()
 *
 * Saving follows by itself; `draft.saving` says where it stands.
 */
import type { ModelTexts } from '../portfolio/model-texts.ts';
import type { Kept, Origin, OwnModel, OwnShelf } from './own-shelf.ts';
import {
  PORTFOLIO,
  redone,
  stepBetween,
  textOf,
  undone,
  withText,
  type TextStep,
} from './text-steps.ts';

/** How far saving has come. `unsaved` waits or has failed; `conflict` waits for the person. */
export type Saving =
  | { kind: 'saved'; at: number }
  | { kind: 'unsaved'; problem: 'full' | 'blocked' | null; detail: string }
  | { kind: 'conflict'; theirs: OwnModel | null };

/** Steps that are kept; the oldest go first. */
const mostSteps = 200;

/** How long after a change it is saved, and how long typing goes on as one step, in milliseconds. */
const saveAfter = 400;
const typingPause = 1500;

/** Forms over a draft: a field holds what is typed until it is left, or can be read. */
export interface FormsOver {
  /** True where something is typed that is neither in the texts nor on its way there. */
  readonly isHolding: boolean;
  /** True where some of it cannot be put there as it stands. */
  readonly isStuck: boolean;
  /** Put into the texts what can be read. */
  putHeld(): Promise<unknown>;
}

export interface DraftOptions {
  now: () => number;
  /** Tell other tabs that a version was kept. */
  announce?: (key: string, version: number) => void;
}

export class OwnDraft {
  readonly key: string;
  readonly origin: Origin;
  /** The forms of this draft, once a page has some. */
  forms: FormsOver | null = $state.raw(null);
  #name = $state('');
  #texts = $state.raw<ModelTexts>({ portfolio: '', scenarios: {} });
  #past = $state.raw<TextStep[]>([]);
  #future = $state.raw<TextStep[]>([]);
  #saving = $state.raw<Saving>({ kind: 'unsaved', problem: null, detail: '' });
  /** Counts what another tab brought in, so that editors know that the text is not their own. */
  #arrivals = $state(0);

  readonly #shelf: OwnShelf;
  readonly #options: DraftOptions;
  #version: number;
  /** Counts changes, so that a save knows whether more came while it was under way. */
  #edition = 0;
  #savedEdition = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;
  #typing: { file: string; at: number } | null = null;
  /** Ends when the last of what is being rewritten has; and how much that is. */
  #turn: Promise<unknown> = Promise.resolve();
  #rewriting = 0;

  constructor(model: OwnModel, shelf: OwnShelf, options: DraftOptions) {
    this.key = model.key;
    this.origin = model.origin;
    this.#shelf = shelf;
    this.#options = options;
    this.#version = model.version;
    this.#take(model);
  }

  get name(): string {
    return this.#name;
  }
  get texts(): ModelTexts {
    return this.#texts;
  }
  get saving(): Saving {
    return this.#saving;
  }
  /** Grows when the texts were replaced from outside this tab. */
  get arrivals(): number {
    return this.#arrivals;
  }
  /** False where the browser keeps nothing: "Saved" would be a lie. */
  get isKept(): boolean {
    return this.#shelf.isKept;
  }
  /** True when leaving the page would lose something. */
  get wouldBeLost(): boolean {
    const isSaved = this.#shelf.isKept && this.#saving.kind === 'saved' && this.#rewriting === 0;
    return !isSaved || (this.forms?.isHolding ?? false);
  }
  get undoName(): string | null {
    return this.#past.at(-1)?.name ?? null;
  }
  get redoName(): string | null {
    return this.#future.at(-1)?.name ?? null;
  }
  /** What was done, the latest last. */
  get past(): readonly TextStep[] {
    return this.#past;
  }

  /**
   * Rewrite the portfolio as one step, once all that was asked before is done. `make` is given the
   * text as it stands then; where that changes before it answers, it is asked again. It gives null
   * as text where nothing is to change.
   */
  rewrite<Made extends { text: string | null }>(
    make: (text: string) => Promise<Made>,
    name: string,
  ): Promise<Made> {
    const inOne = async (texts: ModelTexts) => {
      const made = await make(texts.portfolio);
      const { text } = made;
      return { made, texts: text === null ? null : withText(texts, PORTFOLIO, text) };
    };
    return this.rewriteAll(inOne, name).then(({ made }) => made);
  }

  /** The same for all texts of the model at once. */
  rewriteAll<Made extends { texts: ModelTexts | null }>(
    make: (texts: ModelTexts) => Promise<Made>,
    name: string,
  ): Promise<Made> {
    this.#rewriting += 1;
    const done = this.#turn
      .then(() => this.#rewriteNow(make, name))
      .finally(() => (this.#rewriting -= 1));
    // Who asked is told what went wrong; what was asked next has its turn all the same.
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #rewriteNow<Made extends { texts: ModelTexts | null }>(
    make: (texts: ModelTexts) => Promise<Made>,
    name: string,
  ): Promise<Made> {
    for (;;) {
      const before = this.#texts;
      const made = await make(before);
      if (before !== this.#texts) continue;
      const step = made.texts && stepBetween(before, made.texts, name);
      if (made.texts && step) {
        this.#typing = null;
        this.#past = [...this.#past, step].slice(-mostSteps);
        this.#future = [];
        this.#texts = made.texts;
        this.#changed();
      }
      return made;
    }
  }

  /** Put a file's whole text; null removes a scenario. While `isTyping`, changes make one step. */
  write(file: string, text: string | null, name: string, isTyping = false): void {
    if (textOf(this.#texts, file) === text) return;
    const now = this.#options.now();
    const goesOn = isTyping && this.#typing?.file === file && now - this.#typing.at < typingPause;
    const last = goesOn ? this.#past.at(-1) : undefined;
    const before = (last && undone(this.#texts, last)) ?? this.#texts;
    this.#typing = isTyping ? { file, at: now } : null;
    const after = withText(this.#texts, file, text);
    const step = stepBetween(before, after, name);
    const past = last && before !== this.#texts ? this.#past.slice(0, -1) : this.#past;
    this.#past = step ? [...past, step].slice(-mostSteps) : past;
    this.#future = [];
    this.#texts = after;
    this.#changed();
  }

  rename(name: string): void {
    if (name === this.#name) return;
    this.#name = name;
    this.#changed();
  }

  /**
   * Take back the last step. Who has typed, or waits for a form, means that: so undo comes after it,
   * and at once where there is nothing of the kind.
   */
  async undo(): Promise<void> {
    if (this.forms?.isHolding) await this.forms.putHeld();
    while (this.#rewriting > 0) await this.#turn;
    const step = this.#past.at(-1);
    const before = step && undone(this.#texts, step);
    if (!before) return;
    this.#typing = null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, step];
    this.#texts = before;
    this.#changed();
  }

  /** Make the last step again, at once: what is typed goes on top, and would end what can be redone. */
  redo(): void {
    const step = this.#future.at(-1);
    const after = step && redone(this.#texts, step);
    if (!after) return;
    this.#typing = null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, step];
    this.#texts = after;
    this.#changed();
  }

  #changed(): void {
    this.#edition++;
    // A conflict stays until the person has chosen.
    if (this.#saving.kind === 'conflict') return;
    if (this.#saving.kind === 'saved') {
      this.#saving = { kind: 'unsaved', problem: null, detail: '' };
    }
    this.#timer ??= setTimeout(() => void this.save(), saveAfter);
  }

  /** Save now, with what is typed in a field that was not left yet. */
  async saveTyped(): Promise<void> {
    await this.forms?.putHeld();
    await this.save();
  }

  /** Save now what is not saved yet; resolves when that is done, or known to have failed. */
  async save(): Promise<void> {
    while (this.#rewriting > 0) await this.#turn;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#running) await this.#running;
    if (this.#saving.kind === 'conflict' || this.#edition === this.#savedEdition) return;
    this.#running = this.#saveOnce(this.#version).finally(() => (this.#running = null));
    await this.#running;
    if (this.#saving.kind === 'unsaved' && !this.#saving.problem) await this.save();
  }

  async #saveOnce(from: number): Promise<void> {
    const edition = this.#edition;
    const kept = await this.#shelf.keep(this.#snapshot(), from, this.#options.now());
    this.#took(kept, edition);
  }

  #took(kept: Kept, edition: number): void {
    if (kept.kind === 'kept') {
      this.#version = kept.model.version;
      this.#savedEdition = edition;
      this.#options.announce?.(this.key, this.#version);
      const isAll = edition === this.#edition;
      this.#saving = isAll
        ? { kind: 'saved', at: kept.model.savedAt }
        : { kind: 'unsaved', problem: null, detail: '' };
    } else if (kept.kind === 'conflict') this.#saving = kept;
    else this.#saving = { kind: 'unsaved', problem: kept.reason, detail: kept.detail };
  }

  /** The model as it stands here. */
  #snapshot(): OwnModel {
    return {
      key: this.key,
      name: this.#name,
      texts: this.#texts,
      origin: this.origin,
      version: this.#version,
      savedAt: 0,
      past: this.#past,
      future: this.#future,
    };
  }

  /**
   * Another tab has kept a version. Where nothing is unsaved here it is taken over; else the person
   * has to choose, and nothing of either is lost. Whoever is choosing chooses from what stands there
   * by then: a model that was deleted may be back.
   */
  async hear(version: number): Promise<void> {
    if (version <= this.#version) return;
    while (this.#running) await this.#running;
    const theirs = await this.#shelf.get(this.key);
    if (theirs && theirs.version <= this.#version) return;
    if (theirs && !theirs.deletedAt && this.#edition === this.#savedEdition) {
      this.#version = theirs.version;
      this.#take(theirs);
      this.#arrivals++;
    } else this.#saving = { kind: 'conflict', theirs };
  }

  /** Settle a conflict: keep what stands here. The other version can be had back by undoing. */
  async keepMine(): Promise<void> {
    if (this.#saving.kind !== 'conflict') return;
    const { theirs } = this.#saving;
    const step = theirs && stepBetween(theirs.texts, this.#texts, 'Keep the version of this tab');
    if (step) this.#past = [...(theirs?.past ?? []), step].slice(-mostSteps);
    await this.#settle(theirs);
  }

  /** Settle a conflict: take the other version. What stood here can be had back by undoing. */
  async keepTheirs(): Promise<void> {
    if (this.#saving.kind !== 'conflict' || !this.#saving.theirs) return;
    const { theirs } = this.#saving;
    const step = stepBetween(this.#texts, theirs.texts, 'Take the version of the other tab');
    if (step) this.#past = [...this.#past, step].slice(-mostSteps);
    this.#texts = theirs.texts;
    this.#name = theirs.name;
    this.#arrivals++;
    await this.#settle(theirs);
  }

  /** Settle a conflict: what stands here becomes a model of its own; returns what became of that. */
  async keepBoth(key: string, name: string): Promise<Kept | null> {
    if (this.#saving.kind !== 'conflict' || !this.#saving.theirs) return null;
    const copy = { ...this.#snapshot(), key, name };
    const kept = await this.#shelf.keep(copy, 0, this.#options.now());
    if (kept.kind !== 'kept') return kept;
    const { theirs } = this.#saving;
    this.#version = theirs.version;
    this.#take(theirs);
    this.#arrivals++;
    return kept;
  }

  async #settle(theirs: OwnModel | null): Promise<void> {
    this.#future = [];
    this.#edition++;
    this.#version = theirs?.version ?? 0;
    this.#saving = { kind: 'unsaved', problem: null, detail: '' };
    await this.save();
  }

  /** Stand as a kept model stands. */
  #take(model: OwnModel): void {
    this.#name = model.name;
    this.#texts = model.texts;
    this.#past = model.past;
    this.#future = model.future;
    this.#typing = null;
    this.#savedEdition = this.#edition;
    this.#saving = { kind: 'saved', at: model.savedAt };
  }
}
