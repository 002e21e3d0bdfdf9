import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { dimensionInWords, powersInWords, powersOf, type Dimension } from './dimension.ts';
import { parseMath } from './formula-parser.ts';
import type { FormulaTree } from './formula-tree.ts';
import { DimensionFault, inferDimension, type Inferred } from './infer-dimension.ts';
import { namesOf } from './names-of.ts';
import { NotAllowed, treeFromMath } from './tree-from-math.ts';

export const FORMULA_LIMITS = { characters: 500, depth: 30 };

export interface FormulaContext {
  /** Where the formula stands, for findings. */
  path: string;
  /** Every name it may use, and what kind of thing that is. */
  names: ReadonlyMap<string, Dimension>;
  /** What it must give: a figure, or for a test a yes or no. */
  gives: Dimension | 'yes-or-no';
}

/**
 * Return the checked tree of a formula that somebody wrote.
 *
 * Findings name what cannot be read, is not allowed, is unknown, or does not go
 * together, with the offset of the fault in the text where that is known. Never
 * throws, whatever the text; never evaluates anything.
 */
export function parseFormula(
  text: string,
  context: FormulaContext,
): { value: FormulaTree | null; findings: Finding[] } {
  const { path } = context;
  const refuse = (finding: Finding) => ({ value: null, findings: [finding] });
  if (text.length > FORMULA_LIMITS.characters) {
    return refuse(makeFinding('formula-too-long', path, { limit: FORMULA_LIMITS.characters }));
  }
  if (bracketDepth(text) > FORMULA_LIMITS.depth) {
    return refuse(makeFinding('formula-too-deep', path, { limit: FORMULA_LIMITS.depth }));
  }
  if (/[#\n\r]/.test(text)) {
    const offset = text.search(/[#\n\r]/);
    const part = text[offset] === '#' ? 'A remark' : 'More than one line';
    return refuse(makeFinding('formula-not-allowed', path, { part }, offset));
  }
  const read = readTree(text, path);
  if (!read.value) return read;
  if (depthOf(read.value) > FORMULA_LIMITS.depth) {
    return refuse(makeFinding('formula-too-deep', path, { limit: FORMULA_LIMITS.depth }));
  }
  const unknown = unknownNames(read.value, text, context);
  if (unknown.length > 0) return { value: null, findings: unknown };
  const fault = dimensionFinding(read.value, context);
  return fault ? refuse(fault) : read;
}

function readTree(text: string, path: string): { value: FormulaTree | null; findings: Finding[] } {
  try {
    return { value: treeFromMath(parseMath(text)), findings: [] };
  } catch (error) {
    if (error instanceof NotAllowed) {
      const finding = makeFinding('formula-not-allowed', path, { part: error.part });
      return { value: null, findings: [finding] };
    }
    // The parser reads what strangers wrote: whatever it throws is about the text.
    const at = (error as { char?: number }).char;
    const message = error instanceof Error ? error.message : String(error);
    const plain = message.replace(/ \(char \d+\)$/, '');
    const offset = at === undefined ? undefined : Math.max(0, at - 1);
    const finding = makeFinding('formula-not-readable', path, { message: plain }, offset);
    return { value: null, findings: [finding] };
  }
}

function unknownNames(tree: FormulaTree, text: string, context: FormulaContext): Finding[] {
  const known = [...context.names.keys()];
  return [...namesOf(tree)]
    .filter((name) => !context.names.has(name))
    .map((name) => {
      const details = { name, nearest: nearest(name, known), known: known.slice(0, 12).join(', ') };
      return makeFinding('formula-name-unknown', context.path, details, offsetOf(name, text));
    });
}

/** Where a name first stands as a whole word. */
function offsetOf(name: string, text: string): number {
  let at = text.indexOf(name);
  while (at >= 0) {
    const before = at === 0 ? ' ' : text[at - 1];
    const after = text[at + name.length] ?? ' ';
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) return at;
    at = text.indexOf(name, at + 1);
  }
  return 0;
}

function dimensionFinding(tree: FormulaTree, context: FormulaContext): Finding | null {
  try {
    const found = inferDimension(tree, context.names);
    const { gives } = context;
    if (isSame(found, gives === 'yes-or-no' ? gives : powersOf(gives))) return null;
    const is = found === 'yes-or-no' ? 'a yes or no' : powersInWords(found);
    const expected = gives === 'yes-or-no' ? 'a yes or no' : dimensionInWords(gives);
    return makeFinding('formula-result', context.path, { is, expected });
  } catch (error) {
    if (!(error instanceof DimensionFault)) throw error;
    return makeFinding('formula-dimension', context.path, { what: error.message });
  }
}

function isSame(found: Inferred, wanted: Inferred): boolean {
  if (found === 'yes-or-no' || wanted === 'yes-or-no') return found === wanted;
  return found.time === wanted.time && found.money === wanted.money;
}

/** Brackets and signs that nest, counted before the parser recurses into them. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if ('([{'.includes(character)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(character)) depth--;
  }
  return deepest;
}

function depthOf(tree: FormulaTree): number {
  switch (tree.op) {
    case 'number':
    case 'name':
      return 1;
    case 'negate':
      return 1 + depthOf(tree.of);
    case 'if':
      return 1 + Math.max(depthOf(tree.test), depthOf(tree.yes), depthOf(tree.no));
    case 'call':
      return 1 + Math.max(...tree.of.map(depthOf));
    default:
      return 1 + Math.max(depthOf(tree.left), depthOf(tree.right));
  }
}
