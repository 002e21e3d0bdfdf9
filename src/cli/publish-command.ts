import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrors, type Finding } from '$lib/diagnostics/finding.ts';
import type { SigningKey } from '$lib/documents/signing-key.ts';
import { tryTemplate } from '$lib/documents/word-template.ts';
import { folderShelf } from '$lib/server/publishing/folder-shelf.ts';
import { prepareSnapshot, type Prepared } from '$lib/server/publishing/prepare-snapshot.ts';
import { publish } from '$lib/server/publishing/publish.ts';
import type { Shelf } from '$lib/server/publishing/shelf.ts';
import { keyOf, readKey } from '$lib/server/publishing/signing-keys.ts';
import { storeShelf } from '$lib/server/publishing/store-shelf.ts';
import { refuseLater, today, versionOf } from '$lib/server/publishing/version-of.ts';
import { withdraw, type AskedToWithdraw } from '$lib/server/publishing/withdraw.ts';
import { openStore } from '$lib/server/store/store.ts';
import { readSnapshotText } from '$lib/snapshot/read-snapshot-text.ts';
import { methodInShort } from '../content/method-in-short.ts';
import { findingsText } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import type { PublishOptions } from './publish-options.ts';
import { chooseScenarios } from './run-scenarios.ts';
import { withSnapshotRun } from './snapshot-run.ts';
import type { Surroundings } from './surroundings.ts';

/** Who publishes here, in the log of acts. */
const byRole = 'command line';

/** A shelf with what stands beside it. */
interface Place {
  shelf: Shelf;
  key: SigningKey | null;
  /** An address on it, for a person. */
  at: (...parts: string[]) => string;
}

/** `bide publish`: freeze a comparison, and put it on a site of static files or into the store. */
export async function publishCommand(
  path: string | undefined,
  options: PublishOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { out } = options;
  if (out !== undefined) {
    const key = options.key === undefined ? null : await readKey(options.key);
    const at = (...parts: string[]) => join(out, 's', ...parts);
    return publishAt(path, options, { shelf: folderShelf(out, key), key, at }, surroundings);
  }
  const store = await openStore({ folder: options.data, url: process.env.DATABASE_URL });
  try {
    const key =
      options.key === undefined ? (await keyOf(options.data)).key : await readKey(options.key);
    const at = (...parts: string[]) => `/${['s', ...parts].join('/')}/ (npm start shows it)`;
    return await publishAt(path, options, { shelf: storeShelf(store), key, at }, surroundings);
  } finally {
    await store.close();
  }
}

async function publishAt(
  path: string | undefined,
  options: PublishOptions,
  { shelf, key, at }: Place,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr } = surroundings;
  const date = options.date ?? today();
  refuseLater(date);
  if (options.withdraws !== undefined) {
    stdout.write(await withdrawFrom(shelf, key, { ...options, hash: options.withdraws, date }));
    return 0;
  }
  const template =
    options.template === undefined ? undefined : await readTemplate(options.template);
  const prepared = await prepare(path, options);
  if (!prepared.value) {
    stderr.write(findingsText(prepared.findings.filter(({ severity }) => severity === 'error')));
    return 1;
  }
  if (prepared.findings.length > 0) stderr.write(findingsText(prepared.findings));
  const { text, model, edits } = prepared.value;
  // What an earlier run that was stopped has left to do comes first.
  await shelf.tidy();
  const version = versionOf(await shelf.list(), text.slug, options, date);
  const { replications, seed, draws = Math.min(replications, 50) } = options;
  const method = methodInShort();
  const { document, hash } = await withSnapshotRun(
    options.threads,
    surroundings,
    (run, onProgress) =>
      publish(
        prepared.value as Prepared,
        { shelf, version, date, run: { seed, replications, draws }, key, method, byRole, template },
        run,
        onProgress,
      ),
  );
  stdout.write(
    [
      `Published: ${text.title}, version ${version.number}.`,
      `Status: ${document.status}.`,
      `Fingerprint: ${hash}`,
      `Newest: ${at(text.slug)}`,
      `Fixed: ${at(text.slug, hash)}`,
      ...(key ? [] : ['It is not signed: bide keys makes a key, and --key names it.']),
      ...edits.map(({ path, what }) => `Fewer than five posts: ${what} at ${path}.`),
      `The model ${model.id} was not changed.`,
      '',
    ].join('\n'),
  );
  return 0;
}

/** Read everything, and find what keeps it from being published. */
async function prepare(
  path: string | undefined,
  { text: textPath, scenarios = [] }: PublishOptions,
): Promise<{ value: Prepared | null; findings: Finding[] }> {
  if (path === undefined) throw new Misuse('Name the model to publish.');
  if (textPath === undefined) {
    throw new Misuse(
      'Name the text of the snapshot with --text: who asked, what was found, limits.',
    );
  }
  const source = await readFile(textPath, 'utf8').catch((error: Error) => {
    throw new Misuse(`${textPath} cannot be read: ${error.message}`);
  });
  const text = { path: textPath, text: source };
  const { value: model, findings } = await loadModel(path);
  if (!model || hasErrors(findings)) {
    return { value: null, findings: [...readSnapshotText(text).findings, ...findings] };
  }
  const ids = chooseScenarios(model, scenarios).map(({ id }) => id);
  return prepareSnapshot(text, model, ids);
}

/** Read a template, and try it before anything is run. */
async function readTemplate(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: Error) => {
    throw new Misuse(`${path} cannot be read: ${error.message}`);
  });
  const template = Uint8Array.from(bytes);
  await tryTemplate(template);
  return template;
}

async function withdrawFrom(
  shelf: Shelf,
  key: SigningKey | null,
  asked: AskedToWithdraw,
): Promise<string> {
  const { version, others } = await withdraw(shelf, asked, byRole, key);
  return [
    `Withdrawn: version ${version.number} of ${version.slug}.`,
    ...(others.length > 0
      ? [`Other versions of it still stand: ${others.map(({ hash }) => hash).join(', ')}`]
      : []),
    'Copies that others have made are not in our hands.',
    '',
  ].join('\n');
}
