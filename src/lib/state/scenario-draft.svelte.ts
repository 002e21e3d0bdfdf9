/**
 * The scenario that a person is making: an ordered list of changes to the
 * model, with every step undone and redone by name.
 */
import type { Change } from '../portfolio/portfolio.ts';

interface Step {
  /** What was done, for the undo button: "Outreach workers: 5". */
  name: string;
  /** The changes as they were before the step. */
  before: Change[];
  after: Change[];
  /** The path it set, so that one drag of a slider is one step. */
  path: string | null;
}

export class ScenarioDraft {
  #changes = $state.raw<Change[]>([]);
  #past = $state.raw<Step[]>([]);
  #future = $state.raw<Step[]>([]);
  /** Path of the drag that goes on: further values of it join the step it began. */
  #moving: string | null = null;

  constructor(changes: Change[] = []) {
    this.#changes = changes;
  }

  get changes(): Change[] {
    return this.#changes;
  }

  /** What the undo button would undo, or null. */
  get undoName(): string | null {
    return this.#past.at(-1)?.name ?? null;
  }

  /** The change made last, for showing again what it did; null where there is none. */
  get last(): { name: string; before: Change[]; after: Change[] } | null {
    return this.#past.at(-1) ?? null;
  }

  /** What the redo button would do again, or null. */
  get redoName(): string | null {
    return this.#future.at(-1)?.name ?? null;
  }

  /** The value that the draft sets at a path; undefined where it leaves it as it is. */
  valueAt(path: string): unknown {
    return valueIn(this.#changes, path);
  }

  /** The changes as they would be with a path set to a value; undefined is as the model has it. */
  with(path: string, to: unknown): Change[] {
    return to === this.valueAt(path) ? this.#changes : withValue(this.#changes, path, to);
  }

  /**
   * Set a path to a value, or leave it as it is in the model where `to` is undefined.
   * While `moving`, values of one path make one step.
   */
  set(path: string, to: unknown, name: string, moving = false): void {
    const isMore = this.#moving === path && this.#past.at(-1)?.path === path;
    this.#moving = moving ? path : null;
    const after = this.with(path, to);
    if (after === this.#changes) return;
    if (isMore) {
      const last = this.#past.at(-1)!;
      this.#past = [...this.#past.slice(0, -1), { ...last, name, after }];
    } else {
      this.#past = [...this.#past, { name, before: this.#changes, after, path }];
    }
    this.#future = [];
    this.#changes = after;
  }

  /** Take one change out of the draft, whatever kind it is. */
  drop(change: Change, name: string): void {
    this.#replace(
      this.#changes.filter((other) => other !== change),
      name,
    );
  }

  /** Begin again from these changes (none: from the model as it is); this too can be undone. */
  startFrom(changes: Change[], name: string): void {
    this.#replace(changes, name);
  }

  /** Take over the changes of an opened address: there is nothing before them to undo. */
  open(changes: Change[]): void {
    this.#moving = null;
    this.#past = [];
    this.#future = [];
    this.#changes = changes;
  }

  undo(): void {
    const step = this.#past.at(-1);
    if (!step) return;
    this.#moving = null;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, step];
    this.#changes = step.before;
  }

  redo(): void {
    const step = this.#future.at(-1);
    if (!step) return;
    this.#moving = null;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, step];
    this.#changes = step.after;
  }

  #replace(after: Change[], name: string): void {
    this.#moving = null;
    this.#past = [...this.#past, { name, before: this.#changes, after, path: null }];
    this.#future = [];
    this.#changes = after;
  }
}

/** The value that some changes set at a path; undefined where they leave it as it is. */
export function valueIn(changes: readonly Change[], path: string): unknown {
  for (const change of changes) {
    if ('set' in change && change.set === path) return change.to;
  }
  return undefined;
}

/** The changes with one path set: in its place if it was set before, else last. */
function withValue(changes: Change[], path: string, to: unknown): Change[] {
  const index = changes.findIndex((change) => 'set' in change && change.set === path);
  if (to === undefined) return changes.filter((_, other) => other !== index);
  if (index < 0) return [...changes, { set: path, to }];
  return changes.map((change, other) => (other === index ? { set: path, to } : change));
}
