import type { Finding } from '../diagnostics/finding.ts';
import type { Context } from './context.ts';
import type { Assumption } from './portfolio.ts';
import type { Slot } from './slot.ts';

/** How many grounds are kept, and how many readings of one part: a lever goes to and fro. */
const KEPT = 6;

/** A part as it was read: from what, what came of it, and what it left in the context. */
interface Reading {
  from: readonly unknown[];
  value: unknown;
  findings: Finding[];
  inFormulas: Assumption[];
  stages: number;
  handovers: [kind: string, path: string][];
}

/** Everything outside a part that its reading may rest on, and the parts read on it, by path. */
interface Ground {
  rests: readonly unknown[];
  parts: Map<string, Reading[]>;
}

/**
 * Parts of portfolio files that were read before, for whoever resolves one model again and again:
 * what a scenario leaves as it was is not read anew.
 *
 * A reading is used again only where everything that it came of is the same, to the order of keys.
 * It brings with it the findings that it made.
 */
export class Readings {
  private readonly grounds: Ground[] = [];

  /** Return how parts are read that rest on nothing outside them but `rests`. */
  on(rests: readonly unknown[]): ReadPart {
    const known = this.grounds.find((ground) => isSame(ground.rests, rests));
    const { parts } = kept<Ground>(this.grounds, known ?? { rests, parts: new Map() });
    return (slot, read) => {
      const { context, path } = slot;
      const from = [slot.value, slot.source, ...stateBefore(context, path)];
      const readings = parts.get(path) ?? [];
      parts.set(path, readings);
      const before = readings.find((reading) => isSame(reading.from, from));
      if (!before) return kept(readings, readNow(context, from, read)).value as never;
      kept(readings, before);
      bring(context, before);
      return before.value as never;
    };
  }
}

/** Reads a part of a file, or knows it from before. */
export type ReadPart = <T>(slot: Slot, read: () => T) => T;

/** What of the context, beside what all parts rest on, a reading of the part at `path` may look at. */
function stateBefore(context: Context, path: string): unknown[] {
  const set = [...context.setByScenario].filter(
    (one) => `${one}.`.startsWith(`${path}.`) || path.startsWith(`${one}.`),
  );
  const { stages, handoversUsed, brokenAssumptions } = context;
  return [set, stages, [...handoversUsed.keys()], [...brokenAssumptions]];
}

function readNow<T>(context: Context, from: readonly unknown[], read: () => T): Reading {
  const { findings, inFormulas, stages, handoversUsed } = context;
  const [found, used, handovers] = [findings.length, inFormulas.length, handoversUsed.size];
  const value = read();
  return {
    from,
    value,
    findings: findings.slice(found),
    inFormulas: inFormulas.slice(used),
    stages: context.stages - stages,
    handovers: [...handoversUsed].slice(handovers),
  };
}

function bring(context: Context, { findings, inFormulas, stages, handovers }: Reading): void {
  context.findings.push(...findings);
  context.inFormulas.push(...inFormulas);
  context.stages += stages;
  for (const [kind, path] of handovers) context.handoversUsed.set(kind, path);
}

/** Put `one` last in a list that keeps the most recent few, and return it. */
function kept<T>(list: T[], one: T): T {
  const at = list.indexOf(one);
  if (at >= 0) list.splice(at, 1);
  list.push(one);
  if (list.length > KEPT) list.shift();
  return one;
}

/** Whether two plain values are the same, keys in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length &&
    keys.every(
      (key, i) =>
        key === others[i] &&
        isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}
