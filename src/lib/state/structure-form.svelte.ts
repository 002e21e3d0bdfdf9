/**
 * The structure of a model being edited by forms: what is typed in each field
 * stays as typed, and goes into the model as soon as it can be read there.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { Edit } from '../portfolio/edit-text.ts';
import { removalOf, renameEdits, type Removal } from '../portfolio/forms/change-structure.ts';
import { checkValue } from '../portfolio/forms/check-figure.ts';
import { formAt, type FormAt } from '../portfolio/forms/form-at.ts';
import { newId } from '../portfolio/forms/new-id.ts';
import { thingAt, valueAt } from '../portfolio/forms/references.ts';
import type { SchemaNode } from '../portfolio/forms/schema-node.ts';
import { serviceSkeleton } from '../portfolio/forms/service-skeleton.ts';
import { startingValue } from '../portfolio/forms/starting-value.ts';
import { isId } from '../portfolio/slot.ts';
import type { ServiceKindFile } from '../portfolio/portfolio-file.ts';
import type { EditedModel } from './edited-model.ts';

/** What a field holds that is not in the model. */
interface Held {
  typed: string;
  wrong: Finding[];
}

export class StructureForm {
  #held: Record<string, Held> = $state.raw({});

  constructor(
    readonly model: EditedModel,
    readonly schema: SchemaNode,
  ) {}

  formAt(path: string): FormAt | null {
    return this.model.raw && formAt(this.model.raw, this.schema, path);
  }

  /** What was typed in a field and is not in the model, with what is wrong with it. */
  heldAt(path: string): Held | null {
    return this.#held[path] ?? null;
  }

  /**
   * Put a value into the model; where it cannot be read there, keep what was
   * typed and say why.
   */
  set(path: string, value: unknown, typed: string, name: string): boolean {
    const { raw } = this.model;
    if (!raw) return false;
    if (JSON.stringify(valueAt(raw, path)) === JSON.stringify(value)) {
      this.#let(path);
      return true;
    }
    const wrong = checkValue(raw, path, value, 'model').here.map(({ finding }) => finding);
    const refused = wrong.length > 0 ? wrong : this.model.edit([{ set: path, to: value }], name);
    if (refused.length > 0) this.#held = { ...this.#held, [path]: { typed, wrong: refused } };
    else this.#let(path);
    return refused.length === 0;
  }

  /** Let go of what was typed in a field: the model's own value holds. */
  #let(path: string): void {
    if (!(path in this.#held)) return;
    this.#held = Object.fromEntries(Object.entries(this.#held).filter(([other]) => other !== path));
  }

  /** Add a key that a mapping has not, with a value to begin with. */
  addKey(path: string, key: string, name: string): Finding[] {
    const { raw } = this.model;
    const form = this.formAt(path);
    const node = form?.nodes[key];
    if (!raw || !form || !node) return [];
    const at = path ? `${path}.${key}` : key;
    const place = { raw, schema: this.schema, path: at, of: form.own, key };
    return this.model.edit([{ set: at, to: startingValue(node, place) }], name);
  }

  /**
   * Add an entry: by its name, by the id of what it is about, or of a kind for a
   * service. Returns where it stands, or why it cannot be added.
   */
  addEntry(
    path: string,
    { name, id, kind }: { name: string; id?: string; kind?: ServiceKindFile },
    title: string,
  ): { path: string | null; findings: Finding[] } {
    const { raw } = this.model;
    const form = this.formAt(path);
    if (!raw || !form?.entry) return { path: null, findings: [] };
    const taken = form.entries.map(({ key }) => key);
    const place = { raw, schema: this.schema, path, of: form.of, key: form.key };
    const begun =
      kind && path === 'services'
        ? serviceSkeleton(kind, name, raw)
        : called(startingValue(form.entry.node, place), name, valuesOf(valueAt(raw, path)));
    const edit: Edit =
      form.kind === 'list'
        ? { add: path, value: begun }
        : { add: path, key: id ?? newId(name, taken), value: begun };
    const findings = this.model.edit([edit], title);
    const key = 'key' in edit && edit.key !== undefined ? edit.key : String(taken.length);
    return { path: findings.length > 0 ? null : `${path}.${key}`, findings };
  }

  /** What removing the thing at a path would take along, and leave to be changed. */
  removal(path: string): Removal | null {
    return this.model.raw && removalOf(this.model.raw, this.schema, path);
  }

  remove(path: string, name: string): Finding[] {
    const removal = this.removal(path);
    return removal ? this.model.edit(removal.edits, name) : [];
  }

  /** True for what has an id that other places may name. */
  canRename(path: string): boolean {
    return thingAt(this.model.raw, path) !== null;
  }

  /** Give the thing at a path another id; returns why not, in words, or null. */
  rename(path: string, to: string, name: string): { refused: string | null; findings: Finding[] } {
    const { raw } = this.model;
    if (!raw) return { refused: null, findings: [] };
    if (!isId(to) || to === 'source') {
      const refused = 'An id has small letters, digits and hyphens, and begins with a letter.';
      return { refused, findings: [] };
    }
    const around = valueAt(raw, path.slice(0, path.lastIndexOf('.')));
    if (Object.hasOwn((around ?? {}) as object, to)) {
      return { refused: `“${to}” is there already.`, findings: [] };
    }
    return {
      refused: null,
      findings: this.model.edit(renameEdits(raw, this.schema, path, to), name),
    };
  }

  /** Move an entry of a list one place up (-1) or down (1). */
  move(path: string, index: number, by: -1 | 1, name: string): Finding[] {
    const list = valueAt(this.model.raw, path);
    const other = index + by;
    if (!Array.isArray(list) || other < 0 || other >= list.length) return [];
    const moved: unknown[] = [...(list as unknown[])];
    [moved[index], moved[other]] = [moved[other], moved[index]];
    return this.model.edit([{ set: path, to: moved }], name);
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
