/**
 * A process that saves and publishes without end, and prints each thing once the store says that it
 * is done. Arguments: the data folder, the address of PostgreSQL or nothing, a file with a snapshot.
 */
import { readFileSync } from 'node:fs';
import { saveFile } from '../../src/lib/server/store/portfolio-files.ts';
import { putSnapshot } from '../../src/lib/server/store/snapshots.ts';
import { openStore } from '../../src/lib/server/store/store.ts';
import { freeze } from '../../src/lib/snapshot/freeze.ts';
import type { Snapshot } from '../../src/lib/snapshot/snapshot.ts';

const [folder, url, file] = process.argv.slice(2);
const { document, names } = JSON.parse(readFileSync(file, 'utf8')) as {
  document: Snapshot;
  names: string[];
};
const doing = { byRole: 'analyst', why: 'A try', at: '2027-03-09T10:00:00.000Z' };
const store = await openStore({ folder, ...(url ? { url } : {}) });
const say = (words: string) => process.stdout.write(`${words}\n`);

let previous: string | null = null;
for (let number = 1; ; number++) {
  const text = `text ${number}\n`;
  const save = { portfolio: 'ayr', path: 'portfolio.yaml', text, from: number };
  const saved = await saveFile(store, save, doing);
  if (saved.kind === 'saved') say(`saved ${saved.version.version}`);
  const kind = previous === null ? 'first' : 'revision';
  const frozen = freeze({ ...document, version: { number, kind, why: 'More.', previous } });
  const files = names.map((name) => ({
    name,
    content: name === 'snapshot.json' ? frozen.text : `${name} of ${frozen.hash}`,
  }));
  const put = await putSnapshot(store, frozen, files, doing);
  if (put === 'put') say(`put ${frozen.hash}`);
  previous = frozen.hash;
}
