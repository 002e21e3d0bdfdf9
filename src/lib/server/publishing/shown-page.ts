/** The site of the store as the app shows it: every address worked out once, then served from memory. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { appStore, storePlace } from '../store/app-store.ts';
import { stampOfSnapshots } from '../store/snapshots.ts';
import { ByteCache } from './byte-cache.ts';
import { publicKeyOf } from './signing-keys.ts';
import { sitePage } from './site-page.ts';
import { storeShelf } from './store-shelf.ts';

/** An address of the site, ready to be sent. */
export interface ShownPage {
  bytes: Uint8Array;
  /** The same made smaller; absent where it would not be. */
  smaller: Partial<Record<Encoding, Uint8Array>>;
  headers: Record<string, string>;
  /** SHA-256 of the bytes, short. */
  tag: string;
  /** 410 where what stood here was withdrawn. */
  status: 200 | 410;
  /** Of all that is kept of it. */
  size: number;
}

export type Encoding = 'br' | 'gzip';

/** Most bytes of pages and files that are kept in memory. */
const MOST_KEPT = 64 * 1024 * 1024;

/** Text that is shorter is sent as it is. */
const WORTH_IT = 1000;

const cache = new ByteCache<ShownPage>(MOST_KEPT);
let stamp = '';

/** Return what stands at a path of the site, such as `s/SLUG/HASH/index.html`; null for nothing. */
export async function shownPage(path: string): Promise<ShownPage | null> {
  const store = await appStore();
  const now = await stampOfSnapshots(store.db);
  // Somebody published or withdrew, perhaps in another process.
  if (now !== stamp) cache.clear();
  stamp = now;
  return cache.get(path, async () => {
    const key = await publicKeyOf(storePlace().folder);
    const page = await sitePage(storeShelf(store, key), path);
    if (!page) return null;
    // What says of a paper for Word that it was withdrawn is a page.
    const name = page.isGone && !path.endsWith('.json') ? 'index.html' : path;
    return readyPage(name, page.content, page.isGone ? 410 : 200);
  });
}

/** Return a page or file of a name, ready to be sent. */
export async function readyPage(
  name: string,
  content: string | Uint8Array,
  status: 200 | 410 = 200,
): Promise<ShownPage> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const type = typeOf(name);
  const smaller = isText(type) && bytes.length > WORTH_IT ? await madeSmaller(bytes) : {};
  const headers = {
    'content-type': type,
    // Asked for again each time, which the tag makes cheap: what is withdrawn is gone at once, for
    // those who had read it too.
    'cache-control': 'no-cache',
    'content-security-policy': policyOf(type, bytes),
    vary: 'accept-encoding',
  };
  const sizes = Object.values(smaller).map(({ length }) => length);
  const size = sizes.reduce((sum, length) => sum + length, bytes.length);
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { bytes, smaller, headers, tag, status, size };
}

async function madeSmaller(bytes: Uint8Array): Promise<ShownPage['smaller']> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(bytes, { params }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  return { br, gzip: zipped };
}

/** Nothing but a page's own styles, by their hashes: it has no script, and fetches nothing. */
function policyOf(type: string, bytes: Uint8Array): string {
  const html = type.startsWith('text/html') ? new TextDecoder().decode(bytes) : '';
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, style]) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${styles.length > 0 ? styles.join(' ') : "'none'"}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  xml: 'application/atom+xml; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  yaml: 'application/yaml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

function typeOf(name: string): string {
  return TYPES[/\.(\w+)$/.exec(name)?.[1] ?? ''] ?? 'text/plain; charset=utf-8';
}

function isText(type: string): boolean {
  return !type.startsWith('application/vnd');
}
