import { readWords } from '../../formula/written-quantity.ts';
import { HIRING_TAIL, STOP_TAIL } from '../resolve-contracts.ts';
import type { SchemaNode } from './schema-node.ts';
import { walkModel } from './walk-model.ts';

/** A figure as the file writes it, and where. */
export interface WrittenFigure {
  /** Of the figure itself: `services.roads.pathway.0.lasts.mean`. */
  path: string;
  value: unknown;
  /** Id of the source that holds for it: its own, or the nearest around it. */
  source: string | undefined;
  /** True where it takes its value from an assumption. */
  isNamed: boolean;
}

/** Endings of a figure's words that belong to its place. */
export const TAILS = ['before it ends', ...STOP_TAIL, ...HIRING_TAIL];

/** Return every figure that a file writes, in the order of the file; formulas are none. */
export function writtenFigures(raw: unknown, schema: SchemaNode): WrittenFigure[] {
  const found: WrittenFigure[] = [];
  const assumptions = assumptionsOf(raw);
  walkModel(raw, schema, ({ path, value, kind, source, isId }) => {
    if (isId || (kind !== 'figure' && kind !== 'length')) return;
    const isNamed = typeof value === 'string' && assumptions.has(value.trim());
    if (!isNamed && !isFigure(value)) return;
    const own = (value as { source?: unknown }).source;
    found.push({ path, value, source: typeof own === 'string' ? own : source, isNamed });
  });
  return found;
}

function isFigure(value: unknown): boolean {
  if (typeof value === 'number') return true;
  if (typeof value === 'string') return readWords(value, TAILS) !== null;
  return typeof value === 'object' && value !== null && 'best' in value;
}

function assumptionsOf(raw: unknown): Set<string> {
  const { assumptions } = raw as { assumptions?: unknown };
  return new Set(Object.keys((assumptions ?? {}) as object));
}
