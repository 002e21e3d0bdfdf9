import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '$lib/server/make-folder.ts';
import { printable } from './findings-text.ts';
import { Misuse } from './outcome.ts';
import type { Format } from './run-options.ts';
import { tryFolder } from './try-path.ts';

/** Name of the file for each format. */
const NAMES: Record<Format, string> = {
  json: 'results.json',
  csv: 'results.csv',
  table: 'table.txt',
};

/** What made results: new ones replace those of the same command and model, and nothing else. */
export interface Origin {
  kind: 'run' | 'compare' | 'explain';
  /** Id of the model. */
  model: string;
}

/**
 * Writes the results in every format into the folder, which is made where it is missing; and whatever
 * `more` there is, by the names of its files.
 */
export type WriteResults = (
  texts: Record<Format, string>,
  more?: Readonly<Record<string, string>>,
) => Promise<void>;

/**
 * Find out, before anything is run, whether results can be written to a folder, and return what
 * writes them. Throws `Misuse` where they cannot, and where something else is there under their names.
 */
export async function openResults(folder: string, origin: Origin): Promise<WriteResults> {
  const replaces = await mayReplace(folder, origin);
  const refused = ({ message }: Error) => {
    throw new Misuse(`Results cannot be written to ${folder}: ${message}`);
  };
  await tryFolder(folder, Object.values(NAMES)).catch(refused);
  const flag = replaces ? 'w' : 'wx';
  const write = async (files: [string, string][]) => {
    await makeFolder(folder);
    for (const [name, text] of files) await writeFile(join(folder, name), text, { flag });
  };
  return (texts, more = {}) => {
    const files = (Object.keys(NAMES) as Format[]).map((one): [string, string] => [NAMES[one], texts[one]]); // prettier-ignore
    return write([...files, ...Object.entries(more)]).catch(refused);
  };
}

/** Whether the folder has results of the same origin; throws `Misuse` where it has anything else of their names. */
async function mayReplace(folder: string, { kind, model }: Origin): Promise<boolean> {
  const text = await readFile(join(folder, NAMES.json), 'utf8').catch(() => null);
  const there = text === null ? null : originOf(text);
  if (there?.kind === kind && there.model === model) return true;
  if (there) {
    throw new Misuse(
      `${folder} has results of bide ${printable(there.kind)} for the model ${printable(there.model)}. ` +
        `Those of bide ${kind} for ${model} do not replace them: name another folder, or remove them.`,
    );
  }
  for (const name of Object.values(NAMES)) {
    const path = join(folder, name);
    if (!(await stat(path).catch(() => null))) continue;
    throw new Misuse(
      `${path} is there already and does not come from bide ${kind} for the model ${model}: ` +
        'name another folder, or remove it.',
    );
  }
  return false;
}

/** What made the results that a text holds; null where it holds none. */
function originOf(text: string): { kind: string; model: string } | null {
  let found: { bide?: unknown; kind?: unknown; portfolio?: { id?: unknown } } | null;
  try {
    found = JSON.parse(text) as typeof found;
  } catch {
    return null;
  }
  const [kind, model] = [found?.kind, found?.portfolio?.id];
  const isOurs = found?.bide === 1 && typeof kind === 'string' && typeof model === 'string';
  return isOurs ? { kind, model } : null;
}
