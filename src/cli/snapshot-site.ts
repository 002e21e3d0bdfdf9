/** A site of snapshots as a folder of files: what is in it, and the pages that follow from that. */
import { access, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { latestPage, listed, nameOfKey, readSums, SUMS } from '$lib/documents/snapshot-files.ts';
import type { PageAround } from '$lib/documents/snapshot-html.ts';
import type { SigningKey } from '$lib/documents/signing-key.ts';
import {
  atomFeed,
  changesName,
  changesPage,
  listJson,
  listPage,
  tombstonePage,
  type Published,
  type PublishedSlug,
} from '$lib/documents/site-pages.ts';
import { differencesBetween } from '$lib/snapshot/differences.ts';
import { SHORT } from '$lib/snapshot/freeze.ts';
import { publicKeyText, readPublicKey } from '$lib/snapshot/minisign.ts';
import { readSnapshot } from '$lib/snapshot/read-snapshot.ts';
import { modelOf } from '$lib/snapshot/verify.ts';
import { dateInWords } from '$lib/words/dates.ts';
import { Misuse } from './outcome.ts';
import { removeUnfinished, replaceFile } from './whole-folder.ts';

export const TOMBSTONE = 'withdrawn.json';

const HASH = /^[0-9a-f]{64}$/;

/** Read every version of every snapshot of a site; an empty or missing folder has none. */
export async function readSite(root: string): Promise<PublishedSlug[]> {
  const slugs = (await names(join(root, 's'))).filter((slug) => /^[a-z][a-z0-9-]*$/.test(slug));
  const all = await Promise.all(
    slugs.sort().map(async (slug) => {
      const hashes = (await names(join(root, 's', slug))).filter((name) => HASH.test(name));
      const versions = await Promise.all(hashes.map((hash) => readVersion(root, slug, hash)));
      return { slug, versions: versions.sort((a, b) => b.number - a.number) };
    }),
  );
  const newest = ({ versions: [first] }: PublishedSlug) => first.date;
  return all
    .filter(({ versions }) => versions.length > 0)
    .sort((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0));
}

async function readVersion(root: string, slug: string, hash: string): Promise<Published> {
  const folder = join(root, 's', slug, hash);
  const isWithdrawn = await isThere(join(folder, TOMBSTONE));
  const file = join(folder, isWithdrawn ? TOMBSTONE : 'snapshot.json');
  const read = readSnapshot(await readFile(file).catch(() => Buffer.alloc(0)));
  if (read.kind === 'tombstone') {
    const { tombstone } = read;
    return {
      kind: 'tombstone',
      slug,
      hash,
      number: tombstone.number,
      date: tombstone.on,
      tombstone,
    };
  }
  if (read.kind === 'neither') throw new Misuse(`${file} is no snapshot: ${read.problem}`);
  if (read.hash !== hash) throw new Misuse(`${file} was changed: its SHA-256 is ${read.hash}.`);
  const { snapshot } = read;
  const { number } = snapshot.version;
  return { kind: 'snapshot', slug, hash, number, date: snapshot.published, snapshot };
}

/**
 * Write every page that follows from the versions of a site: lists, feed, the
 * newest version of each, and what changed. Fixed folders are left alone, but
 * for what a withdrawal that was cut short has left.
 */
export async function writeSitePages(root: string, key: SigningKey | null): Promise<void> {
  await mkdir(root, { recursive: true });
  await removeUnfinished(root);
  const slugs = await readSite(root);
  for (const { slug, versions } of slugs) {
    for (const version of versions) if (version.kind === 'tombstone') await bury(root, version);
    await writeChanges(root, slug, versions);
    const page = await newestPage(root, versions);
    await replaceFile(root, join(root, 's', slug, 'index.html'), page);
  }
  await replaceFile(root, join(root, 'snapshots.json'), listJson(slugs));
  await replaceFile(root, join(root, 'feed.xml'), atomFeed(slugs));
  if (key) {
    await replaceFile(root, join(root, 'publisher.pub'), publicKeyText(key.public));
  }
  await replaceFile(root, join(root, 'index.html'), listPage(slugs));
}

/** Leave nothing of a withdrawn version but its tombstone. */
async function bury(root: string, { slug, hash, tombstone }: Published & { kind: 'tombstone' }) {
  const folder = join(root, 's', slug, hash);
  const newer = { text: '', link: { to: '../', words: 'See whether there is a newer version.' } };
  await replaceFile(root, join(folder, 'index.html'), tombstonePage(tombstone, [newer]));
  for (const name of await readdir(folder)) {
    if (name !== 'index.html' && name !== TOMBSTONE)
      await rm(join(folder, name), { recursive: true });
  }
}

/** What changed from each version to the next; nothing of what was withdrawn. */
async function writeChanges(root: string, slug: string, versions: readonly Published[]) {
  const folder = join(root, 's', slug, 'changes');
  const wanted = new Set<string>();
  for (const after of versions) {
    const before = previousOf(after, versions);
    if (after.kind !== 'snapshot' || before?.kind !== 'snapshot') continue;
    const name = changesName(before.hash, after.hash);
    wanted.add(name);
    const differing = differencesBetween(before.snapshot, after.snapshot);
    const page = changesPage(before.snapshot, after.snapshot, differing);
    await replaceFile(root, join(folder, name), page);
  }
  for (const name of await names(folder)) {
    if (!wanted.has(name)) await rm(join(folder, name), { recursive: true });
  }
}

function previousOf(after: Published, versions: readonly Published[]): Published | undefined {
  if (after.kind !== 'snapshot') return undefined;
  return versions.find(({ hash }) => hash === after.snapshot.version.previous);
}

async function newestPage(root: string, versions: readonly Published[]): Promise<string> {
  const [newest, ...older] = versions;
  const olderLines = older.map((one) => ({
    text: `An older version stands beside this one: ${versionWords(one)}.`,
    link: { to: `${one.hash}/`, words: `Read version ${one.number}` },
  }));
  if (newest.kind === 'tombstone') return tombstonePage(newest.tombstone, olderLines);
  const { snapshot, hash, slug, number } = newest;
  const read = modelOf(snapshot);
  if ('why' in read) throw new Misuse(`${slug} cannot be read any more: ${read.why.join(' ')}`);
  const before = previousOf(newest, versions);
  const lines: PageAround['lines'] = [
    {
      text: `This address always shows the newest version, now version ${number}.`,
      link: { to: `${hash}/`, words: 'The address that never changes' },
    },
    ...olderLines,
    ...(before?.kind === 'snapshot'
      ? [
          {
            text: `${snapshot.version.kind === 'correction' ? 'An error was put right' : 'It was revised'}: ${snapshot.version.why}`,
            link: { to: `changes/${changesName(before.hash, hash)}`, words: 'What changed' },
          },
        ]
      : []),
  ];
  const folder = join(root, 's', slug, hash);
  const files = listed(await filesOf(folder), `${hash}/`);
  const frozen = { document: snapshot, text: '', hash };
  return latestPage(frozen, read.model, await keyOfVersion(folder), { lines, files });
}

function versionWords(one: Published): string {
  const place = `version ${one.number}, ${dateInWords(one.date)}, ${one.hash.slice(0, SHORT)}`;
  return one.kind === 'tombstone' ? `${place}, withdrawn` : place;
}

/** The key that lies beside a version, for its page to name. */
async function keyOfVersion(folder: string): Promise<{ line: string; name: string } | null> {
  const text = await readFile(join(folder, 'publisher.pub'), 'utf8').catch(() => null);
  const key = text === null ? null : readPublicKey(text);
  return key && nameOfKey({ public: key });
}

/** The names of a version's files, in the order of its own list. */
async function filesOf(folder: string): Promise<string[]> {
  const sums = await readFile(join(folder, SUMS), 'utf8');
  return readSums(sums).map(({ name }) => name);
}

async function names(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
