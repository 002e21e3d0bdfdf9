import { posix } from 'node:path';
import ts from 'typescript';

/** One file of the project, read far enough to judge it. */
export interface Source {
  /** From the top folder, with slashes. */
  path: string;
  room: string;
  isTest: boolean;
  text: string;
  tree: ts.SourceFile;
  imports: Import[];
}

export interface Import {
  /** As written, without what follows a question mark. */
  specifier: string;
  /** The file meant, from the top folder; undefined for packages. */
  target: string | undefined;
  /** The package meant, without a path inside it; undefined for files. */
  package: string | undefined;
  /** Nothing of it is left when the program runs. */
  isType: boolean;
  line: number;
}

/** What a rule found wrong, and where. */
export interface Breach {
  path: string;
  line: number;
  message: string;
}

/** Read one file; `text` is TypeScript, JavaScript or Svelte by the ending of `path`. */
export function readSource(path: string, text: string): Source {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const isTest = /\.test\.[jt]s$/.test(path);
  return { path, room: roomOf(path), isTest, text, tree, imports: importsOf(path, tree) };
}

/** Return the room a path lies in; what stands in `src` beside the rooms belongs to the routes. */
export function roomOf(path: string): string {
  if (!path.startsWith('src/')) return 'outside';
  return /^src\/lib\/([^/]+)/.exec(path)?.[1] ?? /^src\/(\w+)\//.exec(path)?.[1] ?? 'routes';
}

/** Return the line of a node, counted from 1. */
export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

/** Visit every node under `node`. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

/** Blank everything outside the scripts of a component, so that lines stay where they are. */
function scriptsOf(component: string): string {
  let code = '';
  let end = 0;
  for (const match of component.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[1].length;
    code += blank(component.slice(end, start)) + match[2];
    end = start + match[2].length;
  }
  return code;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  visit(tree, (node) => {
    const found = importedBy(node);
    if (!found || !ts.isStringLiteralLike(found.specifier)) return;
    const specifier = found.specifier.text.replace(/\?.*$/, '');
    const target = targetOf(path, specifier);
    imports.push({
      specifier,
      target,
      package: target === undefined ? packageOf(specifier) : undefined,
      isType: found.isType,
      line: lineOf(node),
    });
  });
  return imports;
}

/**
 * Return what a node imports. `import { type A }` counts as a value: the compiler leaves the
 * import itself standing. `import type { A }` vanishes.
 */
function importedBy(node: ts.Node): { specifier: ts.Node; isType: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { specifier: node.moduleSpecifier, isType };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: node.moduleSpecifier, isType: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: node.argument.literal, isType: true };
  }
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? { specifier: node.arguments[0], isType: false } : undefined;
}

function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  if (specifier.startsWith('$lib/')) return `src/lib/${specifier.slice('$lib/'.length)}`;
  return undefined;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}
