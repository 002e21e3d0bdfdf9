/**
 * The structure of a model being edited by forms: what is typed in each field
 * stays as typed, and goes into the model as soon as it can be read there.
 */
import type { Finding } from '../diagnostics/finding.ts';
import { removalOf, type Removal } from '../portfolio/forms/change-structure.ts';
import { formAt, type FormAt } from '../portfolio/forms/form-at.ts';
import { newId } from '../portfolio/forms/new-id.ts';
import { isStageTitle } from '../portfolio/forms/stage-title.ts';
import { thingAt, valueAt } from '../portfolio/forms/references.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import { serviceSkeleton } from '../portfolio/forms/service-skeleton.ts';
import { startingValue } from '../portfolio/forms/starting-value.ts';
import { isId } from '../portfolio/slot.ts';
import type { ServiceKindFile } from '../portfolio/portfolio-file.ts';
import type { EditedStructure } from './edited-model.ts';

/** What a field holds that is not in the model. */
interface Held {
  typed: string;
  /** Empty while it is being typed. */
  wrong: Finding[];
  /** What it stands for, and what it is called, for undo. */
  value: unknown;
  name: string;
  /** What the model said when it was typed. */
  before: string | undefined;
}

export class StructureForm {
  #held: Record<string, Held> = $state.raw({});
  /** By place: how many values are on their way into the model. */
  readonly #asked: Record<string, number> = {};

  constructor(
    readonly model: EditedStructure,
    readonly schema: SchemaNode,
  ) {}

  formAt(path: string): FormAt | null {
    return this.model.raw && formAt(this.model.raw, this.schema, path);
  }

  /** What was typed in a field and is not in the model, with what is wrong with it. */
  heldAt(path: string): Held | null {
    return this.#held[path] ?? null;
  }

  /** True where a field holds something that is neither in the model nor on its way there. */
  get isHeld(): boolean {
    return this.#places.some((path) => !(path in this.#asked));
  }

  /** True where some of it cannot be put there as it stands. */
  get isStuck(): boolean {
    return this.#places.some((path) => this.#held[path].wrong.length > 0);
  }

  /** Places that something is held of; what is no longer in the model has none. */
  get #places(): string[] {
    const { raw } = this.model;
    return Object.keys(this.#held).filter((path) => {
      const around = path.slice(0, Math.max(0, path.lastIndexOf('.')));
      return !raw || around === '' || valueAt(raw, around) !== undefined;
    });
  }

  /** True where the model was changed elsewhere since something was typed in a field. */
  isChangedElsewhere(path: string): boolean {
    const held = this.heldAt(path);
    return held !== null && !(path in this.#asked) && this.#saidAt(path) !== held.before;
  }

  #saidAt(path: string): string | undefined {
    return JSON.stringify(valueAt(this.model.raw, path));
  }

  /** Hold what is being typed in a field, without reading it yet. */
  type(path: string, value: unknown, typed: string, name: string): void {
    this.#hold(path, { typed, wrong: [], value, name });
  }

  #hold(path: string, held: Omit<Held, 'before'>, before = this.#held[path]?.before): void {
    this.#held = { ...this.#held, [path]: { ...held, before: before ?? this.#saidAt(path) } };
  }

  /** Put into the model what can be read of what is typed, though its field was not left yet. */
  putHeld(): Promise<unknown> {
    const typing = this.#places.filter((path) => this.#held[path].wrong.length === 0);
    return Promise.all(
      typing.map((path) => {
        const { value, typed, name } = this.#held[path];
        return this.set(path, value, typed, name);
      }),
    );
  }

  /**
   * Put a value into the model; where it cannot be read there, keep what was
   * typed and say why.
   */
  async set(path: string, value: unknown, typed: string, name: string): Promise<boolean> {
    if (path in this.#held && this.#held[path].typed !== typed) this.type(path, value, typed, name);
    const number = (this.#asked[path] ?? 0) + 1;
    const isFirst = number === 1;
    this.#asked[path] = number;
    if (isFirst && JSON.stringify(valueAt(this.model.raw, path)) === JSON.stringify(value)) {
      delete this.#asked[path];
      this.#let(path);
      return true;
    }
    // What names a stage does so by its title.
    const { here, refused } = await (isStageTitle(path) && typeof value === 'string'
      ? this.model.rename({ path, title: value }, this.schema, name)
      : this.model.put({ path, value, also: [] }, name));
    const wrong = here.length > 0 ? here.map(({ finding }) => finding) : refused;
    // What was typed there since has its own turn.
    if (this.#asked[path] === number) {
      delete this.#asked[path];
      const now = this.#held[path];
      const isNewer = now !== undefined && now.typed !== typed;
      if (isNewer && wrong.length === 0) this.#hold(path, now, this.#saidAt(path));
      else if (!isNewer && wrong.length > 0) this.#hold(path, { typed, wrong, value, name });
      else if (!isNewer) this.#let(path);
    }
    return wrong.length === 0;
  }

  /** Let go of what was typed in a field: the model's own value holds. */
  #let(path: string): void {
    if (!(path in this.#held)) return;
    this.#held = Object.fromEntries(Object.entries(this.#held).filter(([other]) => other !== path));
  }

  /** Add a key that a mapping has not, with a value to begin with. */
  addKey(path: string, key: string, name: string): Promise<Finding[]> {
    const at = path ? `${path}.${key}` : key;
    return this.model.edit((raw) => {
      const form = formAt(raw, this.schema, path);
      const node = form?.nodes[key];
      if (!form || !node) return [];
      const place = { raw, schema: this.schema, path: at, of: form.own, key };
      return [{ set: at, to: startingValue(node, place) }];
    }, name);
  }

  /**
   * Add an entry: by its name, by the id of what it is about, or of a kind for a
   * service. Resolves to where it stands, or why it cannot be added.
   */
  async addEntry(
    path: string,
    { name, id, kind }: { name: string; id?: string; kind?: ServiceKindFile },
    title: string,
  ): Promise<{ path: string | null; findings: Finding[] }> {
    let at: string | null = null;
    const findings = await this.model.edit((raw) => {
      const form = formAt(raw, this.schema, path);
      if (!form?.entry) return [];
      const taken = form.entries.map(({ key }) => key);
      const place = { raw, schema: this.schema, path, of: form.of, key: form.key };
      const begun =
        kind && path === 'services'
          ? serviceSkeleton(kind, name, raw)
          : called(startingValue(form.entry.node, place), name, valuesOf(valueAt(raw, path)));
      const key = id ?? newId(name, taken);
      at = `${path}.${form.kind === 'list' ? taken.length : key}`;
      return [
        form.kind === 'list' ? { add: path, value: begun } : { add: path, key, value: begun },
      ];
    }, title);
    return { path: findings.length > 0 ? null : at, findings };
  }

  /** What removing the thing at a path would take along, and leave to be changed. */
  removal(path: string): Removal | null {
    return this.model.raw && removalOf(this.model.raw, this.schema, path);
  }

  remove(path: string, name: string): Promise<Finding[]> {
    return this.model.edit((raw) => removalOf(raw, this.schema, path).edits, name);
  }

  /** Take a key out of a mapping that can do without it. */
  async takeOut(path: string, name: string): Promise<Finding[]> {
    const found = await this.model.edit(() => [{ remove: path }], name);
    if (found.length === 0) this.#let(path);
    return found;
  }

  /** True for what has an id that other places may name. */
  canRename(path: string): boolean {
    return thingAt(this.model.raw, path) !== null;
  }

  /** Give the thing at a path another id; resolves to why not, in words, or null. */
  async rename(
    path: string,
    to: string,
    name: string,
  ): Promise<{ refused: string | null; findings: Finding[] }> {
    if (!isId(to) || to === 'source') {
      const refused = 'An id has small letters, digits and hyphens, and begins with a letter.';
      return { refused, findings: [] };
    }
    const { isTaken, refused } = await this.model.rename({ path, to }, this.schema, name);
    return { refused: isTaken ? `“${to}” is there already.` : null, findings: refused };
  }

  /** Move an entry of a list one place up (-1) or down (1). */
  move(path: string, index: number, by: -1 | 1, name: string): Promise<Finding[]> {
    return this.model.edit((raw) => {
      const list = valueAt(raw, path);
      const other = index + by;
      if (!Array.isArray(list) || other < 0 || other >= list.length) return [];
      const moved: unknown[] = [...(list as unknown[])];
      [moved[index], moved[other]] = [moved[other], moved[index]];
      return [{ set: path, to: moved }];
    }, name);
  }
}

function valuesOf(holder: unknown): unknown[] {
  return typeof holder === 'object' && holder !== null ? Object.values(holder) : [];
}

/** Keys that hold what an entry is called, or its own id. */
const CALLED = ['name', 'title', 'stage', 'ask', 'says', 'promise', 'asked'];

/** Return an entry to begin with under the name that a person gave it. */
function called(entry: unknown, name: string, others: unknown[]): unknown {
  if (typeof entry === 'string' && name !== '') return name;
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  const mapping = { ...(entry as Record<string, unknown>) };
  const key = CALLED.find((one) => one in mapping);
  if (key !== undefined && name !== '') mapping[key] = name;
  if ('id' in mapping)
    mapping.id = newId(
      name,
      others.map((one) => String(valueAt(one, 'id'))),
    );
  return mapping;
}
