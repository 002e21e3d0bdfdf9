/** Snapshots as a folder of files that any web server can show. */
import { access, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSums, SUMS } from '../../documents/snapshot-files.ts';
import type { SigningKey } from '../../documents/signing-key.ts';
import {
  bySlug,
  HASH,
  listedTombstone,
  listedVersion,
  SLUG,
  type ListedSnapshot,
  type ListedVersion,
} from '../../snapshot/listed.ts';
import { publicKeyText } from '../../snapshot/minisign.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { makeFolder } from '../make-folder.ts';
import type { Put } from '../store/snapshots.ts';
import { PublishRefused } from './publish-refused.ts';
import {
  LEFT_THERE,
  TOMBSTONE,
  TOMBSTONE_SIGNATURE,
  type FixedPlace,
  type Shelf,
} from './shelf.ts';
import { sitePage, sitePaths } from './site-page.ts';
import { FolderThere, removeUnfinished, replaceFile, writeFolder } from './whole-folder.ts';

/** Return the snapshots of a folder. `key` is the publisher's, whose public half stands at its top. */
export function folderShelf(root: string, key: SigningKey | null): Shelf {
  const at = ({ slug, hash }: FixedPlace) => join(root, 's', slug, hash);
  const shelf: Shelf = {
    listAt: '',
    // Whoever writes a folder of files may sign some of its versions and not others.
    key: null,
    async tidy() {
      if ((await shelf.list()).length > 0) await writeSitePages(root, shelf, key);
    },
    list: () => readSite(root),
    async names(place) {
      const sums = await readFile(join(at(place), SUMS), 'utf8');
      return readSums(sums).map(({ name }) => name);
    },
    file: (place, name) => fileOrNull(join(at(place), name)),
    // A folder has no log, and says itself which file was changed.
    logged: async () => null,
    async put({ document, hash }, files) {
      const place = { slug: document.text.slug, hash };
      let put: Put = 'put';
      try {
        await writeFolder(root, at(place), files);
      } catch (error) {
        if (!(error instanceof FolderThere)) throw error;
        put = (await isThere(join(at(place), TOMBSTONE))) ? 'withdrawn' : 'there already';
      }
      // The same snapshot again: what follows from it may still have to be written.
      await writeSitePages(root, shelf, key);
      return put;
    },
    async withdraw({ document: { slug, withdrawn }, text }, signature) {
      const folder = at({ slug, hash: withdrawn });
      if (!(await isThere(join(folder, 'snapshot.json')))) return false;
      if (signature !== null) {
        await replaceFile(root, join(folder, TOMBSTONE_SIGNATURE), signature);
      }
      // From here on it is withdrawn: what is cut short is finished by the next command.
      await replaceFile(root, join(folder, TOMBSTONE), text);
      await writeSitePages(root, shelf, key);
      return true;
    },
  };
  return shelf;
}

/** Read every version of every snapshot of a site; an empty or missing folder has none. */
async function readSite(root: string): Promise<ListedSnapshot[]> {
  const slugs = (await names(join(root, 's'))).filter((slug) => SLUG.test(slug));
  const all = slugs.map(async (slug) => {
    const hashes = (await names(join(root, 's', slug))).filter((name) => HASH.test(name));
    return Promise.all(hashes.map((hash) => readOne(root, { slug, hash })));
  });
  return bySlug((await Promise.all(all)).flat());
}

async function readOne(root: string, { slug, hash }: FixedPlace): Promise<ListedVersion> {
  const folder = join(root, 's', slug, hash);
  const isWithdrawn = await isThere(join(folder, TOMBSTONE));
  const file = join(folder, isWithdrawn ? TOMBSTONE : 'snapshot.json');
  const read = readSnapshot((await fileOrNull(file)) ?? new Uint8Array());
  if (read.kind === 'tombstone') return listedTombstone(read.tombstone);
  if (read.kind === 'neither') throw new PublishRefused(`${file} is no snapshot: ${read.problem}`);
  if (read.hash === hash) return listedVersion(read.snapshot, hash);
  throw new PublishRefused(`${file} was changed: its SHA-256 is ${read.hash}.`);
}

/**
 * Write every page that follows from the versions of a site. Fixed folders are left alone, but for
 * what a withdrawal that was cut short has left.
 */
async function writeSitePages(root: string, shelf: Shelf, key: SigningKey | null): Promise<void> {
  await makeFolder(root);
  await removeUnfinished(root);
  const snapshots = await shelf.list();
  const paths = sitePaths(snapshots);
  const asRead = { ...shelf, list: async () => snapshots };
  for (const path of paths) {
    const page = await sitePage(asRead, path);
    if (page) await replaceFile(root, join(root, path), page.content);
  }
  if (key) await replaceFile(root, join(root, 'publisher.pub'), publicKeyText(key.public));
  for (const { slug, versions } of snapshots) {
    const folder = join(root, 's', slug);
    for (const { kind, hash } of versions) {
      if (kind === 'tombstone') await leaveOnly(join(folder, hash), LEFT_THERE);
    }
    const changes = join(folder, 'changes');
    await leaveOnly(
      changes,
      (await names(changes)).filter((name) => paths.includes(`s/${slug}/changes/${name}`)),
    );
  }
}

/** Remove everything else from a folder. */
async function leaveOnly(folder: string, wanted: readonly string[]): Promise<void> {
  for (const name of await names(folder)) {
    if (!wanted.includes(name)) await rm(join(folder, name), { recursive: true });
  }
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function fileOrNull(path: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return bytes && Uint8Array.from(bytes);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
