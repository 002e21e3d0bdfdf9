import { emptyNames, generated, longestFile, tables } from './rooms.ts';
import type { Breach, Source } from './source.ts';

/** A file fits in a reader's head. */
export function checkLength({ path, text }: Source): Breach[] {
  const lines = text.trimEnd().split('\n').length;
  if (lines <= longestFile || tables.includes(path) || generated.test(path)) return [];
  return [{ path, line: longestFile, message: `${lines} lines: ${longestFile} are the most` }];
}

/** Names are in kebab-case, components in PascalCase, and each says what is inside. */
export function checkNames({ path }: Source): Breach[] {
  const parts = path.split('/').slice(1);
  const wrong = parts.filter((part, at) => !isGoodName(part, at === parts.length - 1));
  const empty = parts.filter((part) => emptyNames.includes(part.replace(/\..*$/, '')));
  return [
    ...wrong.map((part) => ({ path, line: 1, message: `${part} is not a name we use` })),
    ...empty.map((part) => ({ path, line: 1, message: `${part} does not say what is inside` })),
  ];
}

const kebab = '[a-z0-9]+(-[a-z0-9]+)*';
const endings = '(\\.(svelte|test|spec|worker|server|remote|d|config))*\\.(ts|js)';
const file = new RegExp(
  `^(\\+?${kebab}${endings}|\\+${kebab}(@\\w*)?\\.svelte|[A-Z][A-Za-z0-9]*\\.svelte)$`,
);
const folder = new RegExp(
  `^(${kebab}|\\(${kebab}\\)|\\[{1,2}(\\.\\.\\.)?\\w+(=\\w+)?\\]{1,2}(\\.\\w+)?|${kebab}\\.\\w+)$`,
);

function isGoodName(name: string, isFile: boolean): boolean {
  return (isFile ? file : folder).test(name);
}
