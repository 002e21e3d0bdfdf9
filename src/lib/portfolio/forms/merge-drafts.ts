import type { FigureDraft } from './figure-draft.ts';

const PARTS = ['best', 'low', 'high', 'unit', 'source', 'why'] as const;

/** A number and its unit say nothing one without the other. */
const AMOUNT = ['best', 'low', 'high', 'unit'] as const;

type Part = (typeof PARTS)[number];

/** Return the parts in which two drafts differ, with what the second says of them. */
export function partsBetween(one: FigureDraft, other: FigureDraft): Partial<FigureDraft> {
  const differing = PARTS.filter((part) => one[part].trim() !== other[part].trim());
  return Object.fromEntries(differing.map((part) => [part, other[part]]));
}

/** What is typed, and what stood in the form when it and the model were last the same. */
export interface TypedDraft {
  mine: FigureDraft;
  base: FigureDraft;
}

/** What the model said then, and what it says now. */
export interface SaidDraft {
  was: FigureDraft;
  said: FigureDraft;
}

/**
 * Return what is typed of a figure with what came from elsewhere, part by part.
 *
 * Where both changed a part, what is typed stays, and `both` has what the model says of it. `open`
 * are the parts of an earlier merging about which nobody has decided yet.
 */
export function mergeDrafts(
  { mine, base }: TypedDraft,
  { was, said }: SaidDraft,
  open: Partial<FigureDraft> | null,
): { draft: FigureDraft; both: Partial<FigureDraft> | null } {
  const isOneUnit = [mine, base, was].every(({ unit }) => unit === said.unit);
  const amount: (readonly Part[])[] = isOneUnit ? [['best'], ['low'], ['high']] : [AMOUNT];
  const groups: (readonly Part[])[] = [...amount, ['source'], ['why']];
  const [typed, came] = [partsBetween(base, mine), partsBetween(was, said)];
  const differing = partsBetween(mine, said);
  const merged: Partial<FigureDraft> = {};
  const both: Partial<FigureDraft> = {};
  for (const group of groups) {
    const isIn = (parts: Partial<FigureDraft> | null) =>
      group.some((part) => part in (parts ?? {}));
    for (const part of group) {
      if (!isIn(differing) || !(isIn(typed) || isIn(open))) merged[part] = said[part];
      else if ((isIn(came) || isIn(open)) && part in differing) both[part] = said[part];
    }
  }
  const isSettled = Object.keys(both).length === 0;
  return { draft: { ...mine, ...merged }, both: isSettled ? null : both };
}
