import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { verifyEd25519 } from '$lib/documents/signing-key.ts';
import { readSums, SUMS } from '$lib/documents/snapshot-files.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { publicKeyOf } from '$lib/server/publishing/signing-keys.ts';
import { LEFT_THERE, TOMBSTONE } from '$lib/server/publishing/shelf.ts';
import { HASH } from '$lib/snapshot/listed.ts';
import {
  keyName,
  readPublicKey,
  readSignature,
  verifySignature,
  type PublicKey,
} from '$lib/snapshot/minisign.ts';
import { readSnapshot } from '$lib/snapshot/read-snapshot.ts';
import { sha256Hex } from '$lib/snapshot/sha256.ts';
import type { Snapshot, Tombstone } from '$lib/snapshot/snapshot.ts';
import { rerun } from '$lib/snapshot/verify.ts';
import { dateInWords } from '$lib/words/dates.ts';
import { countOf } from '$lib/words/numbers.ts';
import { differingList } from '$lib/words/path-words.ts';
import { printable } from './findings-text.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import { withSnapshotRun } from './snapshot-run.ts';
import { withStoredVersion } from './stored-version.ts';
import type { Surroundings } from './surroundings.ts';

export interface VerifyOptions {
  /** The data folder, with the store (unless DATABASE_URL names one). */
  data: string;
  /** A file with a public key, or the key itself. */
  key?: string;
  rerun: boolean;
  threads: number;
}

/** One thing that was looked at, and whether it is as it should be; null: it cannot be told. */
interface Check {
  isGood: boolean | null;
  says: string[];
  /** Of a signature: what says who published it. */
  isSignature?: true;
}

/** A publisher's key, and whether it was named or is the one of the data folder. */
interface Trusted extends PublicKey {
  isNamed: boolean;
}

/** `bide verify`: is a published file what it says, signed, and do its inputs give its numbers? */
export async function verifyCommand(
  path: string,
  options: VerifyOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const key = options.key === undefined ? null : await readKeyOption(options.key);
  const found = await stat(path).catch(() => null);
  if (!found) {
    return withStoredVersion(options.data, path, async (folder, { slug, hash }) => {
      surroundings.stdout.write(`In the store: /s/${slug}/${hash}/\n`);
      const own = key ?? (await ownKey(options.data));
      return verifyOne(folder, own, options, surroundings);
    });
  }
  const within = found.isDirectory() ? await versionsIn(path) : [];
  let worst: ExitCode = 0;
  for (const version of within.length > 0 ? within : [path]) {
    if (within.length > 0) surroundings.stdout.write(`${printable(version)}\n`);
    if ((await verifyOne(version, key, options, surroundings)) !== 0) worst = 1;
  }
  return worst;
}

/** The folders of versions in a site, or in the folder of one of its snapshots. */
async function versionsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const versions = folders.filter((name) => HASH.test(name)).sort();
  if (versions.length > 0) return versions.map((name) => join(folder, name));
  if (!folders.includes('s')) return [];
  const slugs = (await readdir(join(folder, 's'))).sort();
  return (await Promise.all(slugs.map((slug) => versionsIn(join(folder, 's', slug))))).flat();
}

async function verifyOne(
  path: string,
  key: Trusted | null,
  options: VerifyOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout } = surroundings;
  const found = await stat(path);
  const checks: Check[] = [];
  let file = path;
  if (found.isDirectory()) {
    const names = await readdir(path);
    file = join(path, names.includes(TOMBSTONE) ? TOMBSTONE : 'snapshot.json');
    if (!names.includes(basename(file))) throw new Misuse(`There is no snapshot.json in ${path}.`);
    if (!names.includes(TOMBSTONE)) checks.push(...(await checkFolder(path, key)));
  }
  const bytes = Uint8Array.from(await readFile(file));
  const read = readSnapshot(bytes);
  if (read.kind === 'neither') {
    checks.push({
      isGood: false,
      says: [`${file} is not a snapshot as published. ${read.problem}`],
    });
  } else if (read.kind === 'tombstone') {
    checks.push(...(await checkTombstone(file, bytes, read.tombstone, found.isDirectory(), key)));
  } else {
    const { snapshot, hash } = read;
    checks.push(aboutIt(snapshot, hash, path, found.isDirectory()));
    checks.push(await checkSignature(file, bytes, key));
    if (options.rerun) checks.push(await checkRerun(snapshot, options.threads, surroundings));
    else checks.push({ isGood: null, says: ['It was not run again.'] });
  }
  const isGood = checks.every((check) => check.isGood !== false);
  const isProven = !checks.some((check) => check.isSignature && check.isGood === null);
  const unproven = isProven ? '' : ' Nothing here proves who published it: that takes their key.';
  const lines = checks.flatMap(({ isGood, says: [first, ...more] }) => [
    `${isGood === null ? 'Not checked' : isGood ? 'Good' : 'WRONG'}: ${first}`,
    ...more.map((line) => `  ${line}`),
  ]);
  stdout.write(
    `${lines.map(printable).join('\n')}\n${isGood ? `Nothing wrong was found.${unproven}` : 'Do not rely on it.'}\n`,
  );
  return isGood ? 0 : 1;
}

function aboutIt(snapshot: Snapshot, hash: string, path: string, isFolder: boolean): Check {
  const { text, version, published, status } = snapshot;
  const name = basename(path.replace(/[\\/]+$/, ''));
  const says = [
    `${text.title}, version ${version.number}, ${dateInWords(published)}. ${status}.`,
    `SHA-256 ${hash}. Compare it with the fingerprint on the page you trust.`,
  ];
  if (isFolder && HASH.test(name) && name !== hash) {
    return {
      isGood: false,
      says: [`snapshot.json was changed: its SHA-256 is ${hash}, its address says ${name}.`],
    };
  }
  return { isGood: true, says };
}

/** Whether a withdrawal is of the version that stood here, and the publisher's. */
async function checkTombstone(
  file: string,
  bytes: Uint8Array,
  { slug, withdrawn, on, why }: Tombstone,
  isFolder: boolean,
  key: Trusted | null,
): Promise<Check[]> {
  const signature = await checkSignature(file, bytes, key);
  const problems = isFolder ? await misplaced(dirname(file), { slug, withdrawn }) : [];
  // Anybody can write such a file: it is only as good as its signature and its place.
  const isGood = problems.length > 0 ? false : signature.isGood;
  const unchecked = isGood === null ? ['Anybody could have written this: it is not checked.'] : [];
  const says = [`Withdrawn on ${dateInWords(on)}: ${why}`, ...problems, ...unchecked];
  return [{ isGood, says }, signature];
}

/** What of a folder does not fit to the withdrawal in it. */
async function misplaced(
  folder: string,
  { slug, withdrawn }: Pick<Tombstone, 'slug' | 'withdrawn'>,
): Promise<string[]> {
  const at = resolve(folder);
  const [name, above, top] = [at, dirname(at), dirname(dirname(at))].map((path) => basename(path));
  const problems: string[] = [];
  if (HASH.test(name) && name !== withdrawn) {
    problems.push(`It is of version ${withdrawn}, and its address says ${name}.`);
  }
  if (top === 's' && above !== slug) {
    problems.push(`It is of ${slug}, and its address says ${above}.`);
  }
  const names = await readdir(folder);
  if (names.includes('snapshot.json')) {
    const hash = sha256Hex(Uint8Array.from(await readFile(join(folder, 'snapshot.json'))));
    if (hash !== withdrawn) problems.push(`The snapshot.json beside it is of version ${hash}.`);
  }
  const left = names.filter((one) => !LEFT_THERE.includes(one));
  if (left.length > 0) problems.push(`What was withdrawn should be gone: ${left.join(', ')}.`);
  return problems;
}

/** Every file of a folder against the list of hashes, and the list against its signature. */
async function checkFolder(folder: string, key: Trusted | null): Promise<Check[]> {
  const text = await readFile(join(folder, SUMS)).catch(() => null);
  if (text === null)
    return [
      {
        isGood: false,
        says: [`${SUMS} is missing: files beside snapshot.json cannot be checked.`],
      },
    ];
  const sums = readSums(text.toString('utf8'));
  const problems: string[] = [];
  for (const { hash, name } of sums) {
    if (name.split('/').includes('..') || name.startsWith('/')) {
      problems.push(`${name} leads out of the folder.`);
      continue;
    }
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes === null) problems.push(`${name} is missing.`);
    else if (sha256Hex(Uint8Array.from(bytes)) !== hash) problems.push(`${name} was changed.`);
  }
  const known = new Set([...sums.map(({ name }) => name), SUMS, `${SUMS}.minisig`]);
  const there = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of there) {
    const name = join(entry.parentPath, entry.name)
      .slice(join(folder, '/').length)
      .replaceAll('\\', '/');
    if (!entry.isDirectory() && !known.has(name)) problems.push(`${name} was added.`);
  }
  const files: Check =
    problems.length === 0
      ? {
          isGood: true,
          says: [
            key
              ? `${countOf(sums.length, 'file is', 'files are')} as ${SUMS} says.`
              : `${countOf(sums.length, 'file agrees', 'files agree')} with ${SUMS}, which is not checked by a key.`,
          ],
        }
      : {
          isGood: false,
          says: [
            `${countOf(problems.length, 'file is', 'files are')} not as ${SUMS} says:`,
            ...problems,
          ],
        };
  // Whoever forges a page can write the list anew, and take its signature away.
  return key
    ? [files, await checkSignature(join(folder, SUMS), Uint8Array.from(text), key)]
    : [files];
}

async function checkSignature(
  file: string,
  bytes: Uint8Array,
  key: Trusted | null,
): Promise<Check> {
  const text = await readFile(`${file}.minisig`, 'utf8').catch(() => null);
  const name = basename(file);
  const found = (isGood: boolean | null, says: string): Check => ({
    ...{ isGood, says: [says], isSignature: true },
  });
  if (key === null) {
    const why = text === null ? 'it is not signed' : 'name the publisher’s public key with --key';
    return found(null, `the signature of ${name}: ${why}.`);
  }
  if (text === null) return found(false, `${name} is not signed.`);
  const signature = readSignature(text);
  if (!signature) return found(false, `${name}.minisig is no signature.`);
  const other = `${name} is signed with another key, ${keyName(signature.id)}`;
  switch (await verifySignature(bytes, signature, key, verifyEd25519)) {
    case 'good':
      return found(
        true,
        `${name} is signed with the key ${keyName(key.id)}${key.isNamed ? '' : ' of this data folder'}: ${signature.trustedComment}`,
      );
    case 'other key':
      // Others may publish into the same store: whether they did, only their key can say.
      return key.isNamed
        ? found(false, `${other}.`)
        : found(null, `${other} than that of this data folder: name the publisher’s with --key.`);
    case 'wrong':
      return found(
        false,
        `the signature is not of this ${name}: it was changed after it was signed.`,
      );
    case 'cannot tell':
      return found(null, 'the signature cannot be checked here.');
  }
}

async function checkRerun(
  snapshot: Snapshot,
  threads: number,
  surroundings: Surroundings,
): Promise<Check> {
  const again = await withSnapshotRun(threads, surroundings, (run, onProgress) =>
    rerun(snapshot, engineVersion, run, onProgress),
  );
  const versions = `It was made with engine ${snapshot.engine}; this is ${again.engine}.`;
  switch (again.kind) {
    case 'same':
      return {
        isGood: true,
        says: ['run again, its model gives every number of it, to the last bit.'],
      };
    case 'unreadable':
      return {
        isGood: false,
        says: [
          'its model cannot be run again here.',
          ...(again.isSameEngine ? [] : [versions]),
          ...again.why,
        ],
      };
    case 'differs': {
      const { differing, isSameEngine } = again;
      const count = countOf(differing.length, 'number differs', 'numbers differ');
      const why = isSameEngine
        ? []
        : [`${versions} The difference may come from that: verify it with the same version.`];
      return {
        isGood: false,
        says: [
          `run again, ${differing.length >= 1000 ? `${count} or more` : count}:`,
          ...why,
          ...differingList(differing, 'published', 'when run again'),
        ],
      };
    }
  }
}

async function readKeyOption(written: string): Promise<Trusted> {
  const text = await readFile(written, 'utf8').catch(() => written);
  const key = readPublicKey(text);
  if (!key)
    throw new Misuse(`${written.slice(0, 80)} is neither a public key nor a file with one.`);
  return { ...key, isNamed: true };
}

async function ownKey(data: string): Promise<Trusted | null> {
  const key = await publicKeyOf(data);
  return key && { ...key, isNamed: false };
}
