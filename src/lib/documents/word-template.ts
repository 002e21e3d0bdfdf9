/**
 * A board's own Word template, filled: the paper where it says {{paper}}, or at its end, and what
 * has to stand on every page in its footer. Whatever somebody hands in is measured before it is
 * unpacked.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped, type Zippable } from 'fflate';
import { patchDetector, patchDocument, PatchType, TextRun } from 'docx';
import { aroundPages } from './template-footers.ts';
import { NUMBERING, type Part } from './word-parts.ts';

const REASONS = {
  large: 'A template has at most 5 MB.',
  unpacks: 'This template unpacks to more than a template holds.',
  'not-word': 'This is no Word file: save the template as .docx, without macros.',
  'no-footer':
    'Some pages of this template have no footer. Title, status and fingerprint stand on every page: give each section a footer, for its first page and even pages too where they have one of their own, with {{running}} in it or empty.',
  odd: 'This template is not as Word writes them: open it in Word, and save it as .docx once more.',
};

export type TemplateReason = keyof typeof REASONS;

/** Why a template cannot be used, and what to do. */
export function templateReason(reason: string | null): string | null {
  return reason && Object.hasOwn(REASONS, reason) ? REASONS[reason as TemplateReason] : null;
}

/** A template cannot be used; the message tells the person why, and what to do. */
export class TemplateRefused extends Error {
  override name = 'TemplateRefused';
  readonly reason: TemplateReason;

  constructor(reason: TemplateReason, options?: ErrorOptions) {
    super(REASONS[reason], options);
    this.reason = reason;
  }
}

/** Largest template as a file, and unpacked; most files in it; largest of them that is text. */
export const MOST_TEMPLATE_BYTES = 5_000_000;
const MOST_UNPACKED = 20_000_000;
const MOST_FILES = 500;
const MOST_TEXT = 3_000_000;

const BODY = 'word/document.xml';
const SETTINGS = 'word/settings.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const WORD = 'wordprocessingml.document.main+xml';

/** What goes into a template. */
export interface TemplateContent {
  parts: Part[];
  title: string;
  /** The line for every page. */
  running: string;
}

/** Fill a template; throws `TemplateRefused`. */
export async function fillTemplate(
  bytes: Uint8Array,
  { parts, title, running }: TemplateContent,
): Promise<Uint8Array> {
  const files = unpackTemplate(bytes);
  await markPlaces(files);
  return patchDocument({
    outputType: 'uint8array',
    data: zipSync(files as Zippable, { level: 0 }),
    trimPlaceholders: true,
    numbering: NUMBERING,
    patches: {
      paper: { type: PatchType.DOCUMENT, children: parts },
      title: { type: PatchType.PARAGRAPH, children: [new TextRun(title)] },
      running: { type: PatchType.PARAGRAPH, children: [new TextRun(running)] },
    },
  }).catch((cause: unknown) => {
    throw new TemplateRefused('odd', { cause });
  });
}

/** Find out whether a template can be used; throws `TemplateRefused`. */
export async function tryTemplate(bytes: Uint8Array): Promise<void> {
  await fillTemplate(bytes, { parts: [], title: '', running: '' });
}

/** Return the files of a template that is no larger than a template is. */
function unpackTemplate(bytes: Uint8Array): Unzipped {
  if (bytes.length > MOST_TEMPLATE_BYTES) {
    throw new TemplateRefused('large');
  }
  let count = 0;
  let size = 0;
  let isTooLarge = false;
  let files: Unzipped;
  try {
    files = unzipSync(bytes, {
      // Asked before an entry is unpacked, which never writes more than it says here.
      filter: ({ name, originalSize }) => {
        count += 1;
        size += originalSize;
        const isText = /\.(xml|rels)$/i.test(name);
        isTooLarge ||= count > MOST_FILES || size > MOST_UNPACKED;
        isTooLarge ||= isText && originalSize > MOST_TEXT;
        return !isTooLarge;
      },
    });
  } catch {
    // The library throws strings and errors alike for whatever is wrong with a zip.
    throw new TemplateRefused('not-word');
  }
  if (isTooLarge) throw new TemplateRefused('unpacks');
  const types = files[TYPES] && strFromU8(files[TYPES]);
  if (!types?.includes(WORD) || !files[BODY]) {
    throw new TemplateRefused('not-word');
  }
  return files;
}

/** Add the places that a template does not name itself. */
async function markPlaces(files: Unzipped): Promise<void> {
  const marks = (names: string[]) => marksIn(files, names);
  if (!(await marks([BODY])).includes('paper')) {
    addTo(
      files,
      BODY,
      /(?=<w:sectPr\b(?:(?!<w:sectPr\b)[\s\S])*<\/w:body>)|(?=<\/w:body>)/,
      'paper',
    );
  }
  const text = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const pages = aroundPages(text(BODY), text(SETTINGS), text(RELATIONS));
  if (pages.length === 0) throw new TemplateRefused('no-footer');
  const named = new Map<string, boolean>();
  const names = async (name: string | null) => {
    if (name === null || !files[name]) return false;
    if (!named.has(name)) named.set(name, (await marks([name])).includes('running'));
    return named.get(name);
  };
  for (const { header, footer } of pages) {
    if ((await names(header)) || (await names(footer))) continue;
    if (footer === null || !files[footer]) throw new TemplateRefused('no-footer');
    addTo(files, footer, /(?=<\/w:ftr>)/, 'running');
    named.set(footer, true);
  }
}

/** Which places a template names in some of its files. */
async function marksIn(files: Unzipped, names: string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const kept = Object.fromEntries(names.map((name) => [name, files[name]]));
  const data = zipSync(kept as Zippable, { level: 0 });
  return patchDetector({ data, trimPlaceholders: true });
}

function addTo(files: Unzipped, name: string, place: RegExp, mark: string): void {
  const text = strFromU8(files[name]);
  const marked = text.replace(place, `<w:p><w:r><w:t>{{${mark}}}</w:t></w:r></w:p>`);
  if (marked === text) throw new TemplateRefused('odd');
  files[name] = strToU8(marked);
}

/**
 * Return a Word file the same each time: with one day in place of every moment of its making, and
 * its pictures counted from one, where the library counts on.
 */
export function sameEachTime(bytes: Uint8Array, date: string): Uint8Array {
  const files = unzipSync(bytes);
  rewrite(files, 'docProps/core.xml', (text) =>
    text.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*(<)/g, `$1${date}T00:00:00Z$2`),
  );
  let pictures = 0;
  rewrite(files, BODY, (text) =>
    text.replace(/(<wp:docPr\b[^>]*\bid=")\d+"/g, (_, start: string) => `${start}${++pictures}"`),
  );
  const mtime = new Date(2000, 0, 1);
  const entries = Object.entries(files).filter(([name]) => !name.endsWith('/'));
  return zipSync(
    Object.fromEntries(entries.map(([name, content]) => [name, [content, { level: 6, mtime }]])),
  );
}

function rewrite(files: Unzipped, name: string, change: (text: string) => string): void {
  if (files[name]) files[name] = strToU8(change(strFromU8(files[name])));
}
