import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A text that people read: the README, or a page of the guide. */
export interface Document {
  /** From the top folder. */
  path: string;
  text: string;
  fences: Fence[];
}

/** A block of code in a document. */
export interface Fence {
  /** "yaml", "sh", "output", "equation". */
  language: string;
  /** What stands after the language: "at contracts.award". */
  note: string;
  text: string;
  /** Where it stands, for messages: "README.md:40". */
  place: string;
}

const fence = /^( *)```(\S*)[ \t]*(.*)\n([\s\S]*?)^\1```[ \t]*$/gm;

/** Every document, in a fixed order. */
export const documents: Document[] = ['README.md', ...markdownUnder('src/content')].map((path) => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, fences: fencesOf(path, text) };
});

/** Every block of one language in every document. */
export function fencesIn(language: string): Fence[] {
  return documents.flatMap(({ fences }) => fences.filter((one) => one.language === language));
}

function fencesOf(path: string, text: string): Fence[] {
  return [...text.matchAll(fence)].map((found) => ({
    language: found[2],
    note: found[3].trim(),
    text: found[4],
    place: `${path}:${text.slice(0, found.index).split('\n').length}`,
  }));
}

function markdownUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
