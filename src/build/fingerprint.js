import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Return 16 hexadecimal digits that change when any of the files does.
 *
 * `paths` are files or folders under `root`; folders are walked, a missing path counts as empty.
 * Contents are hashed, not times: a fresh clone and an old working tree with the same sources
 * share a build. Tests never end up in a build, and what is generated follows from the rest, so
 * both are left out.
 *
 * @param {string} root
 * @param {string[]} paths
 * @param {RegExp} [leftOut] files under them that do not count
 * @returns {string}
 */
export function fingerprint(root, paths, leftOut) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(root, path)) {
      if (leftOut?.test(file)) continue;
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Yield every file at or under `path`, in one order on every machine.
 *
 * @param {string} root
 * @param {string} path
 * @returns {Generator<string>}
 */
function* filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found?.isFile() && !/\.test\.[jt]s$/.test(path)) yield path;
  if (!found?.isDirectory()) return;
  for (const name of readdirSync(join(root, path)).sort()) {
    if (!name.startsWith('.') && name !== 'generated') yield* filesUnder(root, `${path}/${name}`);
  }
}
