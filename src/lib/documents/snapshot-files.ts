/** Every file that is published of a snapshot, in its fixed folder. */
import type { Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import type { Frozen } from '../snapshot/freeze.ts';
import { keyName, publicKeyLine, publicKeyText, signatureText } from '../snapshot/minisign.ts';
import { sha256Hex } from '../snapshot/sha256.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { MethodInShort } from '../../content/method-in-short.ts';
import { dataPackage, type PublishedFile } from './data-package.ts';
import { reportHtml } from './report-html.ts';
import type { SigningKey } from './signing-key.ts';
import { snapshotHtml, type PageAround } from './snapshot-html.ts';
import { snapshotPaper } from './snapshot-paper.ts';
import { citation, type NamedKey } from './snapshot-records.ts';
import { snapshotTables } from './snapshot-tables.ts';
import { snapshotWorkbooks } from './snapshot-workbook.ts';
import { snapshotWord } from './snapshot-word.ts';
import { stressReport } from './stress-report.ts';

/** What the files are made from. */
export interface ToPublish {
  frozen: Frozen<Snapshot>;
  model: Model;
  scenarios: Scenario[];
  method: MethodInShort;
  /** The publisher's key; null: it is not signed. */
  key: SigningKey | null;
  /** A Word file that the paper takes its look from; absent: ours. */
  template?: Uint8Array;
}

/** Names of the files that others are checked by. */
export const SUMS = 'SHA256SUMS';

/** Return the files, the list of their hashes last; the page says where the other versions are. */
export async function snapshotFiles(publish: ToPublish): Promise<PublishedFile[]> {
  const { frozen, model, key } = publish;
  const { document: snapshot, hash } = frozen;
  const named = key && nameOfKey(key);
  const paper = snapshotPaper(frozen, model, named);
  const tables = snapshotTables(frozen, model.portfolio);
  const takeAway: PublishedFile[] = [
    {
      name: 'snapshot.html',
      content: snapshotHtml(paper),
    },
    {
      name: 'paper.docx',
      content: await snapshotWord(paper, publish.template ?? null),
    },
    ...(await snapshotWorkbooks(snapshot, tables)),
    ...dataPackage(frozen, tables),
    ...modelFiles(snapshot),
    {
      name: 'method.html',
      content: reportHtml(methodReport(publish)),
    },
    {
      name: 'citation.txt',
      content: [citation(snapshot, hash), paper.notice].filter(Boolean).join('\n') + '\n',
    },
    {
      name: 'snapshot.json',
      content: frozen.text,
    },
    ...signed('snapshot.json', frozen.text, snapshot, hash, key),
    ...(key ? [{ name: 'publisher.pub', content: publicKeyText(key.public) }] : []),
  ];
  const files = [
    {
      name: 'index.html',
      content: snapshotHtml(paper, {
        lines: [
          {
            text: `This is version ${snapshot.version.number}. It is never changed.`,
            link: { to: '../', words: 'See whether there is a newer version.' },
          },
        ],
        files: listed(
          takeAway.map(({ name }) => name),
          '',
        ),
      }),
    },
    ...takeAway,
  ];
  const sums = files.map(({ name, content }) => `${sha256Hex(content)}  ${name}\n`).join('');
  return [...files, { name: SUMS, content: sums }, ...signed(SUMS, sums, snapshot, hash, key)];
}

/** Read a list of hashes, as `sha256sum` writes it. */
export function readSums(text: string): { hash: string; name: string }[] {
  return [...text.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm)].map(([, hash, name]) => ({
    hash,
    name,
  }));
}

/** Return the page of the newest version, at the address that stays. */
export function latestPage(
  frozen: Frozen<Snapshot>,
  model: Model,
  key: NamedKey | null,
  around: PageAround,
): string {
  return snapshotHtml(snapshotPaper(frozen, model, key), around);
}

/** How papers name a key. */
export function nameOfKey(key: Pick<SigningKey, 'public'>): NamedKey {
  return { line: publicKeyLine(key.public), name: keyName(key.public.id) };
}

/** What a page lists to take away, of the names of files in a snapshot's folder. */
export function listed(names: readonly string[], folder: string): PageAround['files'] {
  return names.flatMap((name) => {
    const says = whatIs(name);
    return says === null ? [] : [{ name: `${folder}${name}`, says }];
  });
}

/** What a file is for a reader; null for what describes and checks the others. */
function whatIs(name: string): string | null {
  if (name.startsWith('scenarios/')) return 'A scenario of the model, as published';
  if (/^\w+\.csv$/.test(name)) return 'A table for other programs';
  return WHAT[name] ?? null;
}

const WHAT: Record<string, string> = {
  'snapshot.html': 'This page as one file, to keep or to send',
  'paper.docx': 'The paper for a board, for Word; the parts that only you can write are marked',
  'tables.xlsx': 'The tables as a spreadsheet',
  'tables.ods': 'The tables as a spreadsheet, OpenDocument',
  'datapackage.json': 'What the tables hold, by Frictionless Data',
  'portfolio.yaml': 'The model, as published',
  'method.html': 'How the model works, by the checklist STRESS-DES',
  'citation.txt': 'How to cite it',
  'snapshot.json': 'Everything, in the one form that is hashed and signed',
  'snapshot.json.minisig': 'Its signature',
  'publisher.pub': 'The public key that it was signed with',
};

function signed(
  name: string,
  text: string,
  { text: { title }, version, published }: Snapshot,
  hash: string,
  key: SigningKey | null,
): PublishedFile[] {
  if (!key) return [];
  const comment = `${title}, version ${version.number}, ${published}, sha256 ${hash}`;
  const bytes = new TextEncoder().encode(text);
  return [
    {
      name: `${name}.minisig`,
      content: signatureText(bytes, key.public.id, key.sign, comment),
    },
  ];
}

function modelFiles({ inputs }: Snapshot): PublishedFile[] {
  return [
    { name: 'portfolio.yaml', content: inputs.portfolio },
    ...inputs.scenarios.map(({ id, text }) => ({
      name: `scenarios/${id}.yaml`,
      content: text,
    })),
  ];
}

function methodReport({ frozen, model, scenarios, method }: ToPublish) {
  const { results, engine } = frozen.document;
  const { summary } = results;
  return stressReport({
    model,
    hash: summary.portfolio.hash,
    engine,
    method,
    scenarios,
    summary,
    machine: null,
  });
}
