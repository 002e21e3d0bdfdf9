import { render } from 'svelte/server';
import { escapeHtml } from '../charts/escape-html.ts';
import { base64 } from '../snapshot/minisign.ts';
import { sha256 } from '../snapshot/sha256.ts';
import SnapshotPage from './SnapshotPage.svelte';
import type { SnapshotPaper } from './snapshot-paper.ts';
import { snapshotStyle } from './snapshot-style.ts';

/** What stands around a page on a site; a file of its own has none of it. */
export interface PageAround {
  lines: { text: string; link?: { to: string; words: string } }[];
  files: { name: string; says: string }[];
}

/**
 * Return a snapshot as one HTML file that opens from anywhere, a memory stick among them: no script,
 * nothing fetched, and a policy that lets nothing else happen.
 */
export function snapshotHtml(
  paper: SnapshotPaper,
  around: PageAround = { lines: [], files: [] },
): string {
  const { text, status } = paper.frozen.document;
  const { body } = render(SnapshotPage, { props: { paper, around } });
  return htmlPage(`${text.title} – ${status}`, plain(body), snapshotStyle(paper.running));
}

/** A page of its own with this body and style, under a policy that names the style by its hash. */
export function htmlPage(title: string, body: string, style: string): string {
  const hash = base64(sha256(new TextEncoder().encode(style)));
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/**
 * Without the marks that a script would need to wake the page up, as there is none, and the blanks
 * they leave. Line by line: one pattern for it all would go through a long row of blanks once for each.
 */
function plain(html: string): string {
  const lines = html.replace(/<!--[\s\S]*?-->/g, '').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}
