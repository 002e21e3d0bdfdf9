import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Do `work` while no other process builds in the same folder.
 *
 * A server starting, a test run and the command line may all find the build out of date at once,
 * and the framework keeps its half-way results in one place. A lock whose owner has ended is
 * taken over.
 *
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBuildLock(root, work) {
  const lock = join(root, 'build', 'lock');
  mkdirSync(join(root, 'build'), { recursive: true });
  while (!take(lock)) await sleep(200);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!ownerLives(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} lock */
function ownerLives(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // An empty file belongs to a process that has just made it.
    if (owner) process.kill(owner, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
