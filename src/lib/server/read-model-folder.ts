import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, sep } from 'node:path';
import type { FileBeside } from '../portfolio/left-out.ts';
import { LIMITS } from '../portfolio/limits.ts';
import type { ModelFile } from '../portfolio/read-model.ts';

/** The files of a model, none of them read for meaning yet. */
export interface ModelFolder {
  /** The folder's name, or the file's where the model is one file alone. */
  id: string;
  /** The portfolio first, then the scenarios in the order of their names. */
  files: ModelFile[];
  /** YAML that lies in the folder and is not read: a scenario, perhaps, at a wrong place. */
  beside: FileBeside[];
}

/** A model that cannot be read at all: the message says why, for the person who asked for it. */
export class ModelUnreadable extends Error {
  override name = 'ModelUnreadable';

  constructor(
    message: string,
    /** True when nothing is there; false when what is there is refused. */
    readonly isMissing = false,
  ) {
    super(message);
  }
}

/** Text of the greatest length allowed takes no more bytes than this; no more are read. */
const MOST_BYTES = LIMITS.characters * 4;

/**
 * Read the model at a path: a folder with `portfolio.yaml` and `scenarios/`, or one YAML file.
 *
 * Only plain files are read, and only those that lie in the folder once links are followed: a
 * model from elsewhere must not make us read what is not its own. Throws `ModelUnreadable` for
 * that, and for too many files.
 */
export async function readModelFolder(path: string): Promise<ModelFolder> {
  const found = await stat(path).catch(missing(path));
  if (found.isFile()) return readModelFile(path);
  if (!found.isDirectory()) throw new ModelUnreadable(`${path} is neither a folder nor a file.`);
  const root = await realpath(path);
  const names = await scenarioFiles(join(path, 'scenarios'), root);
  const files = [await readText(join(path, 'portfolio.yaml'), root)];
  for (const name of names) files.push(await readText(join(path, 'scenarios', name), root));
  return { id: basename(root), files, beside: await filesBeside(path, root) };
}

/**
 * The YAML beside the portfolio, in folders inside that of the scenarios, and in one that is called
 * like it but in other letters. What cannot be read is nobody's scenario.
 */
async function filesBeside(path: string, root: string): Promise<FileBeside[]> {
  const own = await inFolder(path);
  const scenarios = own.folders.includes('scenarios')
    ? await inFolder(join(path, 'scenarios'))
    : null;
  const folders = scenarios
    ? scenarios.folders.map((name) => join('scenarios', name))
    : own.folders.filter((name) => name.toLowerCase() === 'scenarios');
  const names = own.yaml.filter((name) => name !== 'portfolio.yaml');
  for (const folder of folders) {
    const { yaml } = await inFolder(join(path, folder));
    names.push(...yaml.map((name) => join(folder, name)));
  }
  const read = names.slice(0, LIMITS.files).map(async (name) => {
    const file = await readText(join(path, name), root).catch(() => null);
    return { path: join(path, name), text: file?.text ?? null };
  });
  return Promise.all(read);
}

async function inFolder(path: string): Promise<{ yaml: string[]; folders: string[] }> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const names = (all: typeof entries) => all.map(({ name }) => name).sort();
  return {
    yaml: names(entries.filter((entry) => entry.isFile() && isYaml(entry.name))),
    folders: names(entries.filter((entry) => entry.isDirectory())),
  };
}

async function readModelFile(path: string): Promise<ModelFolder> {
  const real = await realpath(path);
  if (!isYaml(real)) throw new ModelUnreadable(`${path} is not a YAML file (.yaml or .yml).`);
  const folder = dirname(real);
  const id = nameOf(real) === 'portfolio' ? basename(folder) : nameOf(real);
  return { id, files: [await readText(path, folder)], beside: [] };
}

async function scenarioFiles(folder: string, root: string): Promise<string[]> {
  const real = await realpath(folder).catch(() => null);
  if (real === null) return [];
  mustBeInside(folder, real, root);
  const names = (await readdir(real)).filter(isYaml).sort();
  if (names.length > LIMITS.scenarios) {
    throw new ModelUnreadable(`${folder} holds more than ${LIMITS.scenarios} scenarios.`);
  }
  return names;
}

async function readText(path: string, root: string): Promise<ModelFile> {
  const real = await realpath(path).catch(missing(path));
  mustBeInside(path, real, root);
  // Asked before opening: a pipe would wait for a writer for ever.
  if (!(await stat(real)).isFile()) throw new ModelUnreadable(`${path} is not a plain file.`);
  const handle = await open(real);
  try {
    const bytes = Buffer.alloc(Math.min(MOST_BYTES, (await handle.stat()).size) + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read) {
      ({ bytesRead: read } = await handle.read(bytes, length, bytes.length - length));
    }
    // What is too large, or no UTF-8, is found when the text is read, as it is everywhere.
    return { path, text: new TextDecoder().decode(bytes.subarray(0, length)) };
  } finally {
    await handle.close();
  }
}

function mustBeInside(path: string, real: string, root: string): void {
  const prefix = root.endsWith(sep) ? root : root + sep;
  if (!real.startsWith(prefix)) {
    throw new ModelUnreadable(`${path} leads out of the model's folder, and is not read.`);
  }
}

function missing(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new ModelUnreadable(`There is no ${path}.`, true);
    }
    throw new ModelUnreadable(`${path} cannot be read: ${error.message}`);
  };
}

function isYaml(name: string): boolean {
  return ['.yaml', '.yml'].includes(extname(name));
}

function nameOf(path: string): string {
  return basename(path, extname(path));
}
