import ts from 'typescript';
import { generated, impureExperiment, pureRooms } from './rooms.ts';
import { lineOf, visit, type Breach, type Source } from './source.ts';

/** What every platform computes to the same bits. */
const exactMath = [
  ...['abs', 'min', 'max', 'floor', 'ceil', 'trunc', 'round', 'sqrt', 'imul', 'clz32', 'fround'],
  ...['E', 'LN2', 'LN10', 'LOG2E', 'LOG10E', 'PI', 'SQRT1_2', 'SQRT2'],
];

/** Names that reach out of a pure room, and why they may not. */
const forbidden: Record<string, string> = {
  fetch: 'no network in a pure room',
  XMLHttpRequest: 'no network in a pure room',
  WebSocket: 'no network in a pure room',
  EventSource: 'no network in a pure room',
  console: 'no logging in a pure room: return findings',
  performance: 'no clock in a pure room: pass the time in',
  setTimeout: 'no clock in a pure room: pass callbacks in',
  setInterval: 'no clock in a pure room: pass callbacks in',
  process: 'no surroundings in a pure room: pass settings in',
  Intl: 'Intl differs between machines: results and snapshots must not',
};

/** Methods whose answer depends on the language or place a machine is set to. */
const local = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'localeCompare'];

/**
 * Pure rooms answer from what they are given, to the same bits everywhere: no clock, no platform
 * randomness, no network, no logging, and no `Math` beyond what every platform rounds alike.
 * Words may format for a language, as nothing is computed from words.
 */
export function checkPurity(source: Source): Breach[] {
  if (!pureRooms.includes(source.room) || source.isTest) return [];
  if (impureExperiment.test(source.path) || generated.test(source.path)) return [];
  const found: Breach[] = [];
  const declared = namesDeclaredIn(source.tree);
  const mayFormat = source.room === 'words';
  visit(source.tree, (node) => {
    const message = judge(node, declared);
    if (!message || (mayFormat && message.endsWith('snapshots must not'))) return;
    found.push({ path: source.path, line: lineOf(node), message });
  });
  return found;
}

function judge(node: ts.Node, declared: Set<string>): string | undefined {
  if (ts.isBinaryExpression(node)) {
    const { AsteriskAsteriskToken, AsteriskAsteriskEqualsToken } = ts.SyntaxKind;
    const isPower = [AsteriskAsteriskToken, AsteriskAsteriskEqualsToken].some(
      (kind) => kind === node.operatorToken.kind,
    );
    return isPower ? '** differs between platforms: use engine/elementary.ts' : undefined;
  }
  if (ts.isPropertyAccessExpression(node) && local.includes(node.name.text)) {
    return `${node.name.text} differs between machines: results and snapshots must not`;
  }
  if (!ts.isIdentifier(node) || !isReference(node) || declared.has(node.text)) return undefined;
  if (node.text === 'Math') return judgeMath(node);
  if (node.text === 'Date') return judgeDate(node);
  if (node.text === 'crypto') return judgeCrypto(node);
  return Object.hasOwn(forbidden, node.text) ? `${node.text}: ${forbidden[node.text]}` : undefined;
}

function judgeMath(math: ts.Identifier): string | undefined {
  const { parent } = math;
  if (!ts.isPropertyAccessExpression(parent)) {
    return 'use Math only as Math.name, so that every use can be seen';
  }
  const name = parent.name.text;
  if (exactMath.includes(name)) return undefined;
  if (name === 'random') return 'Math.random: draw from a random stream that is passed in';
  return `Math.${name} differs between platforms: use engine/elementary.ts`;
}

function judgeDate(date: ts.Identifier): string | undefined {
  const { parent } = date;
  const isNow = ts.isPropertyAccessExpression(parent) && parent.name.text === 'now';
  const isEmpty = ts.isNewExpression(parent) && !parent.arguments?.length;
  const isCall = ts.isCallExpression(parent) && parent.expression === date;
  return isNow || isEmpty || isCall ? 'no clock in a pure room: pass the time in' : undefined;
}

/** Hashing is exact; the rest of `crypto` is chance. */
function judgeCrypto(crypto: ts.Identifier): string | undefined {
  const { parent } = crypto;
  const isHash = ts.isPropertyAccessExpression(parent) && parent.name.text === 'subtle';
  return isHash ? undefined : 'of crypto only crypto.subtle: no randomness in a pure room';
}

/** Whether an identifier stands for a value from outside, and is not the name of something. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    return parent.expression === node || isGlobal(parent.expression);
  }
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  const isName =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isEnumMember(parent);
  return !(isName && parent.name === node);
}

function isGlobal(node: ts.Node): boolean {
  return ts.isIdentifier(node) && ['globalThis', 'window', 'self'].includes(node.text);
}

/** Names a file gives itself, parameters among them, hide the ones from outside. */
function namesDeclaredIn(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    const declares =
      ts.isParameter(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (declares && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}
