/** The pages around snapshots on a site of static files: list, tombstones, what changed, feed. */
import { escapeHtml } from '../charts/escape-html.ts';
import type { Differing } from '../snapshot/differences.ts';
import {
  errorIn,
  type About,
  type ListedSnapshot,
  type ListedVersion,
} from '../snapshot/listed.ts';
import type { Snapshot, Tombstone, Version } from '../snapshot/snapshot.ts';
import { dateInWords } from '../words/dates.ts';
import { countOf } from '../words/numbers.ts';
import { differingInWords } from '../words/path-words.ts';
import { errorWords } from '../words/version-words.ts';
import { htmlPage, type PageAround } from './snapshot-html.ts';
import { NOT_A_FORECAST } from './snapshot-paper.ts';
import { snapshotStyle } from './snapshot-style.ts';

const LIST_NAME = 'Published snapshots of scenarios';

/** Return the list of a site: what is newest first, in plain order, without a script. */
export function listPage(slugs: readonly ListedSnapshot[]): string {
  const items = slugs.map(({ slug, versions: [newest] }) => {
    const to = `s/${slug}/`;
    if (newest.kind === 'tombstone') {
      return `<li><p><a href="${to}">Withdrawn on ${dateInWords(newest.date)}</a></p></li>`;
    }
    const { title, question, status, notice } = newest.about;
    return [
      `<li><h2><a href="${to}">${escapeHtml(title)}</a></h2>`,
      `<p>${escapeHtml(question)}</p>`,
      `<p>${status === null ? '' : `${status}. `}Version ${newest.number}, ${dateInWords(newest.date)}.</p>`,
      ...(notice ? [`<p>${escapeHtml(notice)}</p>`] : []),
      '</li>',
    ].join('\n');
  });
  const body = [
    `<h1>${LIST_NAME}</h1>`,
    `<p>${NOT_A_FORECAST}.</p>`,
    slugs.length > 0 ? `<ul class="list">${items.join('\n')}</ul>` : '<p>There are none yet.</p>',
    '<p><a href="feed.xml">Feed of new versions (Atom)</a>. <a href="snapshots.json">The list as JSON</a>.</p>',
  ];
  return page(LIST_NAME, body);
}

/** Return the page that stands where a version was withdrawn. It repeats nothing of it. */
export function tombstonePage({ why, on, number }: Tombstone, others: PageAround['lines']): string {
  return page('Withdrawn', [
    '<h1>This snapshot was withdrawn</h1>',
    `<p>Version ${number} was withdrawn on ${dateInWords(on)}.</p>`,
    `<p>${escapeHtml(why)}</p>`,
    ...others.map(lineHtml),
  ]);
}

/** Return the page for an address at which nothing was ever published. */
export function missingPage(list: string): string {
  return page('There is no snapshot here', [
    '<h1>There is no snapshot at this address</h1>',
    '<p>What was withdrawn says so at its address. So this address was copied wrong, or it belongs to another server.</p>',
    lineHtml({ text: 'Look for it by its words:', link: { to: list, words: 'All snapshots' } }),
  ]);
}

/**
 * Return the page that says what differs between two versions. `since` are the versions after the
 * first of the two, the later one last: each says why it was made.
 */
export function changesPage(
  before: Snapshot,
  after: Snapshot,
  since: readonly ListedVersion[],
  differing: readonly Differing[],
): string {
  const { version, text, results } = after;
  const { notice } = results.summary.portfolio;
  const whys = since.flatMap((one) => {
    if (one.kind === 'tombstone') return [];
    const { kind, why } = one.about;
    const which = since.length > 1 ? `Version ${one.number}. ` : '';
    if (kind === null) return [`<p>${which}It was altered: what it changed cannot be told.</p>`];
    return [`<p><strong>${which}${KINDS[kind]}.</strong> ${escapeHtml(why)}</p>`];
  });
  const shown = differing.slice(0, 200);
  const items = shown.map((one) => `<li>${escapeHtml(differingInWords(one))}</li>`);
  const rest = differing.length - shown.length;
  return page(`What changed: ${text.title}`, [
    `<h1>What changed from version ${before.version.number} to version ${version.number}</h1>`,
    `<p>${escapeHtml(text.title)}. ${dateInWords(before.published)} to ${dateInWords(after.published)}.</p>`,
    ...(notice ? [`<p>${escapeHtml(notice)}</p>`] : []),
    ...whys,
    `<p>${countOf(differing.length, 'place differs', 'places differ')}:</p>`,
    `<ul>${items.join('\n')}</ul>`,
    ...(rest > 0
      ? [
          `<p>${countOf(rest, 'more differs', 'more differ')}: compare the two files snapshot.json.</p>`,
        ]
      : []),
    '<p><a href="../">The newest version</a></p>',
  ]);
}

const KINDS: Record<Version['kind'], string> = {
  first: 'The first version',
  correction: 'A correction: an error was put right',
  revision: 'A revision: better figures or a better method',
};

/** Return the page of a newest version that this version of Bide cannot draw any more. */
export function olderPage(title: string, lines: PageAround['lines']): string {
  return page(title, [
    `<h1>${escapeHtml(title)}</h1>`,
    '<p>It was published with another version of Bide, and stands as it was published at its own address.</p>',
    ...lines.map(lineHtml),
  ]);
}

/** Return the page of a newest version that is not as it was published. */
export function alteredPage({ title, summary }: About, lines: PageAround['lines']): string {
  return page(title, [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(summary)}</p>`,
    ...lines.map(lineHtml),
  ]);
}

/** Return the page for an address whose file is not as it was published. */
export function alteredFilePage(list: string): string {
  return page('Not as it was published', [
    '<h1>What stood here is not as it was published</h1>',
    '<p>It was altered after it was published, or part of it is lost. So it is not shown. Whoever runs this server can bring it back from a backup.</p>',
    lineHtml({ text: 'Look for other versions:', link: { to: list, words: 'All snapshots' } }),
  ]);
}

/** Return the Atom feed: an entry for each version, the newest first. Addresses are relative. */
export function atomFeed(slugs: readonly ListedSnapshot[]): string {
  const versions = slugs
    .flatMap(({ versions }) => versions.map((one) => ({ ...one, error: errorIn(one, versions) })))
    .sort((a, b) => (a.date === b.date ? b.number - a.number : a.date < b.date ? 1 : -1));
  const entries = versions.map((one) => {
    const title =
      one.kind === 'snapshot'
        ? `${one.about.title}, version ${one.number}`
        : 'A snapshot was withdrawn';
    const says =
      one.kind === 'snapshot'
        ? [
            ...(one.error === null ? [] : [errorWords(one.error)]),
            one.about.why || one.about.summary,
            ...(one.about.notice ? [one.about.notice] : []),
          ].join(' ')
        : one.tombstone.why;
    return [
      '<entry>',
      `<id>urn:sha256:${one.hash}${one.kind === 'tombstone' ? ':withdrawn' : ''}</id>`,
      `<title>${escapeHtml(title)}</title>`,
      `<updated>${one.date}T00:00:00Z</updated>`,
      `<link href="s/${one.slug}/${one.hash}/"/>`,
      `<summary>${escapeHtml(says)}</summary>`,
      '</entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    '<id>urn:bide:snapshots</id>',
    `<title>${LIST_NAME}</title>`,
    '<author><name>The publisher of these snapshots</name></author>',
    '<link rel="self" href="feed.xml"/>',
    `<updated>${versions[0]?.date ?? '1970-01-01'}T00:00:00Z</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** Return the list of a site as JSON. */
export function listJson(slugs: readonly ListedSnapshot[]): string {
  const listed = slugs.map(({ slug, versions }) => ({
    slug,
    page: `s/${slug}/`,
    versions: versions.map((one) => {
      const { hash, number, date } = one;
      const place = { number, date, hash, page: `s/${slug}/${hash}/` };
      if (one.kind === 'tombstone') return { ...place, withdrawn: true, why: one.tombstone.why };
      const { title, question, status, notice, kind, why } = one.about;
      const error = errorIn(one, versions);
      return {
        ...place,
        withdrawn: false,
        title,
        question,
        status,
        notice,
        kind,
        why,
        error: error === null ? '' : (error.why ?? errorWords(error)),
        json: `s/${slug}/${hash}/snapshot.json`,
      };
    }),
  }));
  return `${JSON.stringify({ bide: 'snapshots', format: 1, snapshots: listed }, null, 1)}\n`;
}

function page(title: string, body: string[]): string {
  const main = ['<main>', ...body, '</main>'].join('\n');
  return htmlPage(title, main, snapshotStyle(`${title}. ${NOT_A_FORECAST}.`, 'page'));
}

function lineHtml({ text, link }: PageAround['lines'][number]): string {
  return `<p>${escapeHtml(text)}${link ? ` ${linkHtml(link)}` : ''}</p>`;
}

function linkHtml({ to, words }: { to: string; words: string }): string {
  return `<a href="${escapeHtml(to)}">${escapeHtml(words)}</a>`;
}
