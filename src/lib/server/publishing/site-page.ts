/** Every address of a site of snapshots: a folder of files has the same as the app, made here. */
import { latestPage, listed, nameOfKey } from '../../documents/snapshot-files.ts';
import type { NamedKey } from '../../documents/snapshot-records.ts';
import {
  alteredPage,
  atomFeed,
  changesPage,
  listJson,
  listPage,
  olderPage,
  tombstonePage,
} from '../../documents/site-pages.ts';
import type { PageAround } from '../../documents/snapshot-html.ts';
import { canonicalJson } from '../../experiment/canonical-json.ts';
import { differencesBetween } from '../../snapshot/differences.ts';
import { SHORT } from '../../snapshot/freeze.ts';
import {
  changesName,
  errorIn,
  isAltered,
  previousOf,
  type ListedSnapshot,
  type ListedVersion,
} from '../../snapshot/listed.ts';
import { readPublicKey } from '../../snapshot/minisign.ts';
import { modelOf } from '../../snapshot/verify.ts';
import { dateInWords } from '../../words/dates.ts';
import { errorWords } from '../../words/version-words.ts';
import { checkedFile, readVersion } from './checked-file.ts';
import { TOMBSTONE_SIGNATURE, type FixedPlace, type Shelf } from './shelf.ts';

export interface SitePage {
  content: string | Uint8Array;
  /** True where what stood here was withdrawn, and this says so: as JSON for a name in .json, else as HTML. */
  isGone: boolean;
}

/** Return what follows from the versions of a site, by its path: what a new version may change. */
export function sitePaths(snapshots: readonly ListedSnapshot[]): string[] {
  const within = snapshots.flatMap(({ slug, versions }) =>
    [
      ...versions.flatMap((one) => (one.kind === 'tombstone' ? [`${one.hash}/index.html`] : [])),
      ...versions.flatMap((after) => {
        const before = previousOf(after, versions);
        return after.kind === 'snapshot' && before?.kind === 'snapshot'
          ? [`changes/${changesName(before.hash, after.hash)}`]
          : [];
      }),
      'index.html',
    ].map((path) => `s/${slug}/${path}`),
  );
  return [...within, 'snapshots.json', 'feed.xml', 'index.html'];
}

/** Return the page or file at a path of a site, such as `s/SLUG/HASH/index.html`; null for none. */
export async function sitePage(shelf: Shelf, path: string): Promise<SitePage | null> {
  const snapshots = await shelf.list();
  const made = (content: string, isGone = false) => ({ content, isGone });
  if (path === 'index.html') return made(listPage(snapshots));
  if (path === 'snapshots.json') return made(listJson(snapshots));
  if (path === 'feed.xml') return made(atomFeed(snapshots));
  const [top, slug, hash, ...rest] = path.split('/');
  const versions = snapshots.find((one) => one.slug === slug)?.versions;
  if (top !== 's' || versions === undefined) return null;
  if (hash === 'index.html' && rest.length === 0) {
    return made(await newestPage(shelf, versions), versions[0].kind === 'tombstone');
  }
  const name = rest.join('/');
  if (hash === 'changes') return changes(shelf, versions, name);
  const version = versions.find((one) => one.hash === hash);
  if (!version) return null;
  if (version.kind === 'tombstone') {
    const { tombstone } = version;
    // A program that asks for JSON is told in JSON.
    if (name.endsWith('.json')) return made(canonicalJson(tombstone), true);
    if (name === TOMBSTONE_SIGNATURE) {
      const signature = await shelf.file(version, name);
      if (signature) return { content: signature, isGone: false };
    }
    const newer = { text: '', link: { to: '../', words: 'See whether there is a newer version.' } };
    return made(tombstonePage(tombstone, [newer]), true);
  }
  const content = await checkedFile(shelf, version, name);
  return content && { content, isGone: false };
}

/** What differs between any two versions that stand, the earlier one named first. */
async function changes(
  shelf: Shelf,
  versions: readonly ListedVersion[],
  name: string,
): Promise<SitePage | null> {
  const standing = versions.filter(({ kind }) => kind === 'snapshot');
  for (const before of standing) {
    const after = standing.find(
      (one) => one.number > before.number && changesName(before.hash, one.hash) === name,
    );
    if (!after) continue;
    const [was, is] = [await readVersion(shelf, before), await readVersion(shelf, after)];
    const since = versions
      .filter(({ number }) => number > before.number && number <= after.number)
      .reverse();
    const content = changesPage(was, is, since, differencesBetween(was, is));
    return { content, isGone: false };
  }
  return null;
}

async function newestPage(shelf: Shelf, versions: readonly ListedVersion[]): Promise<string> {
  const [newest, ...older] = versions;
  const olderLines = older.map((one) => ({
    text: [
      `An older version stands beside this one: ${versionWords(one)}.`,
      ...errorOf(one, versions),
    ].join(' '),
    link: { to: `${one.hash}/`, words: `Read version ${one.number}` },
  }));
  const all = {
    text: 'More is published here:',
    link: { to: `../../${shelf.listAt}`, words: 'All snapshots' },
  };
  if (newest.kind === 'tombstone') return tombstonePage(newest.tombstone, [...olderLines, all]);
  const { hash, number, about } = newest;
  if (isAltered(newest)) return alteredPage(about, [...olderLines, all]);
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
            text: `${about.kind === 'correction' ? 'An error was put right' : 'It was revised'}: ${about.why}`,
            link: { to: `changes/${changesName(before.hash, hash)}`, words: 'What changed' },
          },
        ]
      : []),
    all,
  ];
  const snapshot = await readVersion(shelf, newest);
  const read = modelOf(snapshot);
  if ('why' in read) return olderPage(about.title, lines);
  const files = listed(await shelf.names(newest), `${hash}/`);
  const frozen = { document: snapshot, text: '', hash };
  return latestPage(frozen, read.model, await keyOfVersion(shelf, newest), { lines, files });
}

/** An error is told of what can be read: what was withdrawn says why it was. */
function errorOf(one: ListedVersion, versions: readonly ListedVersion[]): string[] {
  const error = one.kind === 'tombstone' ? null : errorIn(one, versions);
  return error === null ? [] : [errorWords(error)];
}

function versionWords(one: ListedVersion): string {
  const place = `version ${one.number}, ${dateInWords(one.date)}, ${one.hash.slice(0, SHORT)}`;
  if (isAltered(one)) return `${place}, not as it was published`;
  return one.kind === 'tombstone' ? `${place}, withdrawn` : place;
}

/** The key that lies beside a version, for its page to name. */
export async function keyOfVersion(shelf: Shelf, place: FixedPlace): Promise<NamedKey | null> {
  const bytes = await checkedFile(shelf, place, 'publisher.pub');
  const key = bytes && readPublicKey(new TextDecoder().decode(bytes));
  return key && nameOfKey({ public: key });
}
