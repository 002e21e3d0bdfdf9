import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withBuildLock } from './build-lock.js';
import { fingerprint } from './fingerprint.js';

/** How many earlier builds stay, for processes that still run from them. */
const kept = 2;

/**
 * @typedef {object} Part
 * @property {string} name the folder under `build/`
 * @property {string[]} sources the files and folders it is made of
 * @property {(output: string, version: string) => Promise<void>} build fill the folder `output`
 */

/**
 * Return the folder of a part's current build, and whether it is there already.
 *
 * @param {string} root
 * @param {Part} part
 */
export function currentBuild(root, part) {
  const version = fingerprint(root, part.sources);
  const folder = join(root, 'build', part.name, version);
  return { version, folder, exists: existsSync(folder) };
}

/**
 * Return a folder that holds the part built from the sources as they are, building it if needed.
 *
 * The folder is named for its sources and appears whole or not at all: a process that reads an
 * earlier build is never disturbed.
 *
 * @param {string} root
 * @param {Part} part
 * @param {() => void} [onBuild] called when there is something to build
 */
export async function freshBuild(root, part, onBuild) {
  const before = currentBuild(root, part);
  if (before.exists) return before.folder;
  onBuild?.();
  return withBuildLock(root, async () => {
    const { version, folder, exists } = currentBuild(root, part);
    if (exists) return folder;
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    await part.build(unfinished, version);
    renameSync(unfinished, folder);
    removeOldBuilds(join(root, 'build', part.name), version);
    return folder;
  });
}

/**
 * Return the newest finished build of a part, whatever sources it was made of.
 *
 * @param {string} root
 * @param {string} name
 */
export function newestBuild(root, name) {
  return finishedBuilds(join(root, 'build', name))[0];
}

/** @param {string} parent */
function finishedBuilds(parent) {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => join(parent, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

/**
 * @param {string} parent
 * @param {string} current
 */
function removeOldBuilds(parent, current) {
  const older = finishedBuilds(parent).filter((folder) => !folder.endsWith(current));
  for (const folder of older.slice(kept)) rmSync(folder, { recursive: true, force: true });
}
