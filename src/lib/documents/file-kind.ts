/** What a file is, from its first bytes; endings are given by people, and can be anything. */

/** Beginnings of files, and what such files are. */
const BEGINNINGS: [number[], string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture (GIF)'],
  [[0x52, 0x49, 0x46, 0x46], 'a picture, sound or film (RIFF)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a], 'a program'],
  [[0x1f, 0x8b], 'a packed file (gzip)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a packed file (7z)'],
  [[0x53, 0x51, 0x4c, 0x69], 'a database'],
];

/**
 * Return 'text', 'JSON', 'zip', or what else a file is in words: "a picture (PNG)", "a Word
 * document". A UTF-16 text counts as text here; reading it says what is wrong with it.
 */
export function kindOf({ path, bytes }: { path: string; bytes: Uint8Array }): string {
  if (begins(bytes, [0x50, 0x4b, 3, 4]) || begins(bytes, [0x50, 0x4b, 5, 6])) {
    return officeKind(bytes) ?? 'zip';
  }
  for (const [beginning, kind] of BEGINNINGS) if (begins(bytes, beginning)) return kind;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).trimStart();
  if (/^<(?:!doctype html|html|\?xml|svg)/i.test(head)) return 'a web page or XML';
  if (/\.json$/i.test(path) || isJson(head, bytes)) return 'JSON';
  if (bytes.subarray(0, 8000).includes(0) && !isUtf16(bytes)) return 'a file of bytes, not of text';
  return 'text';
}

function begins(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

function isUtf16(bytes: Uint8Array): boolean {
  return begins(bytes, [0xff, 0xfe]) || begins(bytes, [0xfe, 0xff]);
}

/** Office documents are zips; the names of their first files stand near the beginning. */
function officeKind(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4000));
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-8000));
  const all = head + tail;
  if (all.includes('word/')) return 'a Word document';
  if (all.includes('xl/')) return 'an Excel workbook';
  if (all.includes('ppt/')) return 'a PowerPoint presentation';
  return all.includes('opendocument') ? 'an OpenDocument file' : null;
}

/** A mapping in braces that begins with a key in quotes and is JSON from end to end. */
function isJson(head: string, bytes: Uint8Array): boolean {
  if (!/^[{[]\s*["{[\]}]/.test(head) || bytes.length > 20_000_000) return false;
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}
