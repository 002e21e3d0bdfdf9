import { nearest } from '../diagnostics/nearest.ts';
import { exampleOf, readQuantity, type Expected } from '../formula/read-quantity.ts';
import { readByWhom, readDate } from './by-whom.ts';
import type { Grade, Quantity } from './portfolio.ts';
import { isId, type Slot } from './slot.ts';

export const FIGURE_KEYS = [
  ...['best', 'low', 'high', 'source', 'why'],
  ...['noted-by', 'noted-on', 'holder'],
] as const;
const ASSUMPTION_KEYS = ['none', 'mechanism'] as const;

export interface FigureOptions {
  /** Something decided, not estimated: no default range, and no source is missed. */
  choice?: boolean;
  /** Endings of the words that belong to the place: “before it ends”. */
  tail?: readonly string[];
  /** Keys beside those of a figure that the place allows. */
  alsoKeys?: readonly string[];
  /** Must be above zero. */
  aboveZero?: boolean;
  /** Must be a figure itself, not the name of an assumption. */
  plain?: boolean;
}

/** Source of figures that a scenario sets without naming one. */
export const SCENARIO_SOURCE = 'scenario';

/**
 * Return the figure in a slot, or null with findings.
 *
 * A figure is a scalar, a mapping with `best`, or the id of an assumption. A
 * weak grade without a range gets the default one, 30% either way.
 */
export function readFigure(
  slot: Slot,
  expected: Expected,
  options: FigureOptions = {},
): Quantity | null {
  if (typeof slot.value === 'string' && isId(slot.value.trim())) {
    return readNamed(slot, slot.value.trim(), expected, options);
  }
  if (slot.isScalar) return readScalar(slot, slot, expected, options);
  if (!slot.isMapping) return slot.wrongShape(exampleOf(expected));
  if (!slot.mapping([...FIGURE_KEYS, ...(options.alsoKeys ?? [])])) return null;
  const best = slot.need('best', 'The figure');
  if (best.absent) return null;
  const quantity = readScalar(best, slot, expected, options);
  return quantity && addRange(quantity, slot, expected, options);
}

/** Return a figure, or the neutral default of the format where the key is absent. */
export function readFigureOr(
  slot: Slot,
  expected: Expected,
  otherwise: number,
  options: FigureOptions = {},
): Quantity | null {
  return slot.absent ? neutral(slot, expected, otherwise) : readFigure(slot, expected, options);
}

/** Return the quantity that stands for a key that the file leaves out. */
export function neutral(slot: Slot, expected: Expected, value: number): Quantity {
  const dimension =
    expected === 'yearly-chance' || expected === 'yearly-rise'
      ? 'share'
      : expected === 'calendar-months' || expected === 'any'
        ? 'number'
        : expected;
  return {
    value,
    written: '',
    dimension,
    ...knownAt(slot),
    path: slot.path,
    choice: true,
    byDefault: true,
  };
}

/**
 * Return how well it is known what a slot says, or that it says nothing: as the nearest source
 * around it is. An entry that names none stands as an assumption.
 */
export function knownAt(slot: Slot): Pick<Quantity, 'grade' | 'source'> {
  if (isSetByScenario(slot)) return { grade: 'assumption', source: SCENARIO_SOURCE };
  const source = slot.source === undefined ? undefined : slot.context.sources.get(slot.source);
  return source ? { grade: source.grade, source: source.id } : { grade: 'assumption' };
}

/** The scalar in `slot`, told about itself by the mapping `around` (or itself). */
function readScalar(
  slot: Slot,
  around: Slot,
  expected: Expected,
  options: FigureOptions,
): Quantity | null {
  if (!slot.isScalar) return slot.wrongShape(exampleOf(expected));
  const read = readQuantity(slot.value as string | number, expected, slot.path, options.tail);
  slot.context.findings.push(...read.findings);
  if (!read.value) return null;
  if (options.aboveZero && read.value.value <= 0) {
    return slot.fail('figure-zero', { written: read.value.written });
  }
  const quantity: Quantity = {
    value: read.value.value,
    written: read.value.written,
    dimension: read.value.dimension,
    grade: 'assumption',
    path: around.path,
    ...(options.choice ? { choice: true } : {}),
  };
  addSource(quantity, around);
  const why = around.at('why');
  if (!why.absent) quantity.why = why.text() ?? '';
  addNoted(quantity, around);
  const holder = around.at('holder');
  if (around.isMapping && !holder.absent) quantity.holder = holder.text() ?? '';
  return around.isMapping ? quantity : addDefaultRange(quantity);
}

function addNoted(quantity: Quantity, around: Slot): void {
  const [by, on] = [around.at('noted-by'), around.at('noted-on')];
  if (!by.absent) quantity.notedBy = readByWhom(by);
  if (!on.absent) quantity.notedOn = readDate(on);
}

function addSource(quantity: Quantity, around: Slot): void {
  const { context } = around;
  const own = around.at('source');
  const id = own.absent ? around.source : (own.text('the id of a source') ?? undefined);
  if (own.absent && isSetByScenario(around)) {
    quantity.source = SCENARIO_SOURCE;
    if (around.at('low').absent) quantity.choice = true;
    return;
  }
  if (id === undefined) {
    if (!quantity.choice) around.fail('source-missing', { written: quantity.written });
    return;
  }
  const source = context.sources.get(id);
  if (source) {
    quantity.source = id;
    quantity.grade = source.grade;
  } else if (!own.absent) {
    own.reference('source', [...context.sources.keys()]);
  }
}

/** True where a scenario sets or removes what stands here, or something around it. */
export function isSetByScenario(slot: Slot): boolean {
  const { setByScenario } = slot.context;
  if (setByScenario.size === 0) return false;
  let path = slot.path;
  while (path !== '' && !setByScenario.has(path)) {
    path = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  }
  return path !== '';
}

function addRange(
  quantity: Quantity,
  slot: Slot,
  expected: Expected,
  options: FigureOptions,
): Quantity | null {
  const [low, high] = [slot.at('low'), slot.at('high')];
  if (low.absent && high.absent) return addDefaultRange(quantity);
  if (low.absent || high.absent) {
    const [has, lacks] = low.absent ? ['high', 'low'] : ['low', 'high'];
    return slot.fail('range-half', { has, lacks });
  }
  const ends = [low, high].map((end) => readEnd(end, expected, options));
  const [from, to] = ends;
  if (!from || !to) return null;
  const best = { dimension: quantity.dimension, value: quantity.value };
  for (const [end, found] of [
    [low, from],
    [high, to],
  ] as const) {
    if (found.dimension === best.dimension) continue;
    return end.fail('unit-wrong', {
      written: found.written,
      is: 'of another kind than the best figure',
      expected: `the same unit as in ${quantity.written}`,
    });
  }
  if (options.aboveZero && from.value <= 0)
    return low.fail('figure-zero', { written: from.written });
  if (from.value > best.value || best.value > to.value) {
    return low.fail('range-order', {
      low: from.written,
      best: quantity.written,
      high: to.written,
    });
  }
  return { ...quantity, low: from.value, high: to.value };
}

/** Return a bare scalar as a quantity: an end of a range, or the value of no effect. */
export function readEnd(slot: Slot, expected: Expected, options: FigureOptions = {}) {
  if (!slot.isScalar) return slot.wrongShape(exampleOf(expected));
  const read = readQuantity(slot.value as string | number, expected, slot.path, options.tail);
  slot.context.findings.push(...read.findings);
  return read.value;
}

const WEAK: ReadonlySet<Grade> = new Set(['experience', 'assumption']);

function addDefaultRange(quantity: Quantity): Quantity {
  const { value, grade, choice } = quantity;
  if (choice || value <= 0 || !WEAK.has(grade)) return quantity;
  return { ...quantity, ...assumedRange(quantity), defaultRange: true };
}

/** Return the range of an estimate that is not well known: 30% either way, and no share above all. */
export function assumedRange({ value, dimension }: Pick<Quantity, 'value' | 'dimension'>): {
  low: number;
  high: number;
} {
  const most = dimension === 'share' ? Math.max(value, 1) : Infinity;
  return { low: value * 0.7, high: Math.min(value * 1.3, most) };
}

/** What a place may find wrong with an assumption that is right in itself. */
const OF_THE_PLACE = new Set([
  'unit-wrong',
  'unit-missing',
  'chance-without-rate',
  'share-above-all',
  'figure-negative',
  'figure-not-whole',
  'figure-zero',
]);

/** The figure of an assumption, read as this place needs it. */
function readNamed(
  slot: Slot,
  id: string,
  expected: Expected,
  options: FigureOptions,
): Quantity | null {
  const { findings, assumptionSlots } = slot.context;
  const named = assumptionSlots.get(id);
  if (!named || options.plain) {
    const known = options.plain ? [] : [...assumptionSlots.keys()];
    if (nearest(id, known) !== null) slot.reference('assumption', known);
    else slot.fail('figure-not-readable', { written: id, expected: exampleOf(expected) });
    return null;
  }
  const before = findings.length;
  const quantity = readAssumption(named, expected, options);
  const made = findings.splice(before).filter(({ code }) => OF_THE_PLACE.has(code));
  findings.push(...made.map((finding) => ({ ...finding, path: slot.path })));
  return quantity && { ...quantity, path: slot.path, assumption: id };
}

/**
 * Return the figure of an assumption in the reading that a place asks for; its
 * value is that of no effect where the effect is switched off.
 */
export function readAssumption(
  named: Slot,
  expected: Expected,
  options: FigureOptions = {},
): Quantity | null {
  const plain = { ...options, plain: true, alsoKeys: ASSUMPTION_KEYS };
  const none = named.at('none');
  if (none.absent || !named.context.effectsOff.has(named.key)) {
    return readFigure(named, expected, plain);
  }
  return readScalar(none, named, expected, { ...plain, choice: true });
}
