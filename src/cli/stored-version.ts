import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '$lib/experiment/canonical-json.ts';
import { TOMBSTONE, TOMBSTONE_SIGNATURE, type Shelf } from '$lib/server/publishing/shelf.ts';
import { storeShelf } from '$lib/server/publishing/store-shelf.ts';
import { writeFolder } from '$lib/server/publishing/whole-folder.ts';
import { openStore, STORE_FILE } from '$lib/server/store/store.ts';
import type { ListedVersion } from '$lib/snapshot/listed.ts';
import { Misuse } from './outcome.ts';

/** Fewest digits of a fingerprint that name a version. */
const FEWEST = 8;

/**
 * Write a version of the store into a folder that is there for as long as `work` takes, its bytes
 * as the store gives them. `asked` is its address, its fingerprint or the beginning of it, or the
 * name of a snapshot, for the newest version. Throws `Misuse` where there is none.
 */
export async function withStoredVersion<T>(
  data: string,
  asked: string,
  work: (folder: string, version: ListedVersion) => Promise<T>,
): Promise<T> {
  const url = process.env.DATABASE_URL;
  const isThere = await access(join(data, STORE_FILE)).then(
    () => true,
    () => false,
  );
  // Looking for a file whose name was mistyped makes no store.
  if (!url && !isThere) throw new Misuse(`There is no ${asked}, and no store in ${data}.`);
  const store = await openStore({ folder: data, ...(url ? { url } : {}) });
  const folder = await mkdtemp(join(tmpdir(), 'bide-verify-'));
  try {
    const shelf = storeShelf(store);
    const all = (await shelf.list()).flatMap(({ versions }) => versions);
    const version = versionNamed(all, asked);
    if (!version) throw new Misuse(`There is no file ${asked}, and no such version in the store.`);
    const at = join(folder, version.hash);
    await writeFolder(folder, at, await filesOf(shelf, version));
    return await work(at, version);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

function versionNamed(all: readonly ListedVersion[], asked: string): ListedVersion | undefined {
  const [, slug, hash] =
    /(?:^|\/)s\/([\w-]+)(?:\/([0-9a-f]{64}))?\/?(?:[\w.]+)?$/.exec(asked) ?? [];
  const wanted = hash ?? slug ?? asked;
  const isStart = /^[0-9a-f]+$/.test(wanted) && wanted.length >= FEWEST;
  const named = all.filter(
    (one) => one.slug === wanted || (isStart && one.hash.startsWith(wanted)),
  );
  const hashes = new Set(named.map((one) => (one.slug === wanted ? one.slug : one.hash)));
  if (hashes.size > 1) throw new Misuse(`More than one version begins with ${asked}.`);
  // Those of one name come newest first.
  return named[0];
}

async function filesOf(shelf: Shelf, version: ListedVersion) {
  if (version.kind === 'tombstone') {
    const signature = await shelf.file(version, TOMBSTONE_SIGNATURE);
    return [
      { name: TOMBSTONE, content: canonicalJson(version.tombstone) },
      ...(signature ? [{ name: TOMBSTONE_SIGNATURE, content: signature }] : []),
    ];
  }
  const files: { name: string; content: Uint8Array }[] = [];
  for (const name of await shelf.names(version)) {
    const content = await shelf.file(version, name);
    if (content) files.push({ name, content });
  }
  return files;
}
