/** Texts and files that nobody honest hands in. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the form of a draft is sent with. */
export const HOSTILE_TEXT = {
  title: 'Longer awards',
  slug: 'hostile-try',
  question: 'Who loses their worker?',
  summary: 'Fewer do.',
  narrative:
    '<script>alert(1)</script>\n\n[here](javascript:alert(2))\n\n<img src=x onerror=alert(3)>',
  limits: 'Not a forecast.',
  'review-by': '2028-04-01',
  'commissioner-role': 'Coordinator',
  'commissioner-organisation': 'Partnership',
  'analyst-role': 'Analyst',
  'analyst-organisation': 'Partnership',
  scenario: ['now', 'thirty-six-months'],
};

/** Publish a small model with hostile texts, as somebody on the machine of the server would. */
export function publishFormulas(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bide-formulas-'));
  const model = join(folder, 'formulas');
  cpSync(join(root, 'models/one-worker-one-contract'), model, { recursive: true });
  const read = (name: string) => readFileSync(join(model, name), 'utf8');
  const said = `said:
  - { who: workers, says: "@SUM(1+1)*cmd|' /C calc'!A0", when: "2027", source: made-up, noted-by: "+cmd" }
`;
  writeFileSync(
    join(model, 'portfolio.yaml'),
    read('portfolio.yaml')
      .replace('horizon: 10 years', 'horizon: 1 years')
      .replace(/^warm-up:.*$/m, 'warm-up: 1 years')
      .replace('title: Made up for learning', `title: '=HYPERLINK("http://evil.example","x")'`) +
      said,
  );
  const text = join(model, 'snapshot.yaml');
  const hostileText = read('snapshot.yaml')
    .replace(/^slug:.*$/m, 'slug: formulas')
    .replace(/^title:.*$/m, 'title: Formulas');
  writeFileSync(text, hostileText);
  const few = ['--replications', '2', '--draws', '0', '--threads', '1'];
  const words = ['--data', process.env.BIDE_DATA_OF_SERVER!, '--text', text, ...few];
  const scenarios = ['--scenarios', 'as-it-is,thirty-six-months'];
  const args = ['src/cli/bide.js', 'publish', model, ...words, ...scenarios];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  if (run.status !== 0) throw new Error(run.stderr);
  return /^Fingerprint: ([0-9a-f]{64})$/m.exec(run.stdout)![1];
}

/** The same zip with another size in its list of contents: ten bytes, once unpacked. */
export function lying(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes.writeUInt32LE(10, entry + 24);
  return bytes;
}

/** The form for a template, with a file that may be anything. */
export function templateForm(version: string, bytes: Uint8Array): { type: string; body: Buffer } {
  const part = (head: string) => Buffer.from(`--cut\r\ncontent-disposition: form-data; ${head}`);
  const body = Buffer.concat([
    part(`name="version"\r\n\r\n${version}\r\n`),
    part('name="template"; filename="a.docx"\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--cut--\r\n'),
  ]);
  return { type: 'multipart/form-data; boundary=cut', body };
}
