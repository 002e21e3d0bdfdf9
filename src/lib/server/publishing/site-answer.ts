/** Answers to requests for the site of snapshots: through the framework, or before it. */
import { alteredFilePage, listJson, missingPage } from '../../documents/site-pages.ts';
import { snapshotsApi } from '../../documents/snapshots-api.ts';
import { HASH } from '../../snapshot/listed.ts';
import { AlteredFile } from './checked-file.ts';
import { foundSnapshots } from './found-snapshots.ts';
import { readyPage, shownPage, type Encoding, type ShownPage } from './shown-page.ts';

/** What a request asks for. */
export interface Asked {
  /** Within the server, with a query where there is one. */
  path: string;
  /** Which encodings it takes, and which bytes it has: values of its headers. */
  acceptEncoding: string;
  ifNoneMatch: string;
}

export interface SiteAnswer {
  status: number;
  headers: Record<string, string>;
  /** Null where there is nothing to send. */
  body: Uint8Array | null;
}

/** The same list as `snapshots.json`, for programs, and what else they can ask for. */
const API = '/snapshots/openapi.json';

/** Return the answer for an address of the site; null for what is no address of it. */
export async function siteAnswer(asked: Asked): Promise<SiteAnswer | null> {
  const { pathname, searchParams } = new URL(asked.path, 'http://bide.invalid');
  const query = searchParams.get('q') ?? '';
  if (pathname === API) {
    return sent(asked, await made('.json', `${JSON.stringify(snapshotsApi, null, 1)}\n`));
  }
  if (pathname === '/snapshots.json' && query !== '') {
    return sent(asked, await made('.json', listJson(await foundSnapshots(query))));
  }
  const isSite = pathname.startsWith('/s/') || pathname === '/s';
  if (!isSite && pathname !== '/snapshots.json' && pathname !== '/feed.xml') return null;
  // Pages and files stand at the addresses that a folder of them has, where a page ends in a stroke.
  const [, , slug, hash, ...rest] = pathname.split('/');
  const isFolder = slug && (hash === undefined || (HASH.test(hash) && rest.length === 0));
  if (isSite && isFolder) {
    return { status: 308, headers: { location: `${pathname}/` }, body: null };
  }
  const page = await shownOrAltered(
    `${pathname.slice(1)}${pathname.endsWith('/') ? 'index.html' : ''}`,
  );
  if (page === 'altered') {
    return { ...sent(asked, await made('.html', alteredFilePage('/snapshots'))), status: 500 };
  }
  if (page) return sent(asked, page);
  return { ...sent(asked, await made('.html', missingPage('/snapshots'))), status: 404 };
}

/** What was altered is told to the reader in words, and to whoever runs the server by its name. */
async function shownOrAltered(path: string): Promise<ShownPage | 'altered' | null> {
  try {
    return await shownPage(path);
  } catch (error) {
    if (!(error instanceof AlteredFile)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 'altered';
  }
}

function made(name: string, text: string): Promise<ShownPage> {
  return readyPage(name, text);
}

/** Compressed as asked for, and not at all to who has it. */
function sent({ acceptEncoding, ifNoneMatch }: Asked, page: ShownPage): SiteAnswer {
  const encoding = encodingFor(acceptEncoding, page);
  // The bytes differ with the encoding, so their tag does.
  const etag = `"${page.tag}${encoding ? `-${encoding}` : ''}"`;
  const headers: Record<string, string> = { ...page.headers, etag };
  const known = ifNoneMatch.split(/\s*,\s*/).map((one) => one.replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return { status: 304, headers, body: null };
  if (encoding) headers['content-encoding'] = encoding;
  const body = (encoding && page.smaller[encoding]) ?? page.bytes;
  headers['content-length'] = String(body.length);
  return { status: page.status, headers, body };
}

function encodingFor(accepts: string, { smaller }: ShownPage): Encoding | undefined {
  const taken = new Map(
    accepts.split(',').map((one) => {
      const [name, ...rest] = one.trim().split(/\s*;\s*/);
      return [name, !rest.some((part) => /^q=0(\.0*)?$/.test(part))] as const;
    }),
  );
  return (['br', 'gzip'] as const).find((name) => smaller[name] && taken.get(name));
}
