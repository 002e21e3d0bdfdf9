import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrors, type Finding } from '$lib/diagnostics/finding.ts';
import { listFigures } from '$lib/documents/list-figures.ts';
import { snapshotFiles } from '$lib/documents/snapshot-files.ts';
import type { SigningKey } from '$lib/documents/signing-key.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { disclose } from '$lib/snapshot/disclosure.ts';
import { freeze, SHORT, type Frozen } from '$lib/snapshot/freeze.ts';
import { scanForPersonalData } from '$lib/snapshot/personal-data.ts';
import { readSnapshotText, type ReadText } from '$lib/snapshot/read-snapshot-text.ts';
import type { LoggedAssumption, Snapshot } from '$lib/snapshot/snapshot.ts';
import { workOut } from '$lib/snapshot/work-out.ts';
import { gradeInWords } from '$lib/words/grades.ts';
import { methodInShort } from '../content/method-in-short.ts';
import { findingsText } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import type { PublishOptions } from './publish-options.ts';
import { chooseScenarios } from './run-scenarios.ts';
import { readKey } from './signing-keys.ts';
import { readSite, writeSitePages } from './snapshot-site.ts';
import { withSnapshotRun } from './snapshot-run.ts';
import type { Surroundings } from './surroundings.ts';
import { versionOf } from './snapshot-version.ts';
import { FolderThere, writeFolder } from './whole-folder.ts';
import { withdraw } from './withdraw.ts';

/** `bide publish`: freeze a comparison, and put it on a site of static files. */
export async function publishCommand(
  path: string | undefined,
  options: PublishOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr } = surroundings;
  const key = options.key === undefined ? null : await readKey(options.key);
  const date = options.date ?? new Date().toISOString().slice(0, 10);
  if (options.withdraws !== undefined) {
    stdout.write(await withdraw({ ...options, hash: options.withdraws, date }, key));
    return 0;
  }
  if (path === undefined) throw new Misuse('Name the model to publish.');
  if (options.text === undefined) {
    throw new Misuse(
      'Name the text of the snapshot with --text: who asked, what was found, limits.',
    );
  }
  const prepared = await prepare(path, options.text, options);
  const errors = prepared.findings.filter(({ severity }) => severity === 'error');
  if (!prepared.value) {
    stderr.write(findingsText(errors));
    return 1;
  }
  const { text, model } = prepared.value;
  if (prepared.findings.length > 0) stderr.write(findingsText(prepared.findings));
  // What an earlier run that was stopped has left to do comes first.
  const site = await readSite(options.out);
  if (site.length > 0) await writeSitePages(options.out, key);
  const version = versionOf(site, text.slug, options);
  const frozen = await runAndFreeze(prepared.value, { ...options, version, date }, surroundings);
  await put(frozen, prepared.value, options.out, key);
  const { hash, document } = frozen;
  const { edits } = document.inputs;
  stdout.write(
    [
      `Published: ${text.title}, version ${version.number}.`,
      `Status: ${document.status}.`,
      `Fingerprint: ${hash}`,
      `Newest: ${join(options.out, 's', text.slug)}`,
      `Fixed: ${join(options.out, 's', text.slug, hash)}`,
      ...(key ? [] : ['It is not signed: bide keys makes a key, and --key names it.']),
      ...edits.map(({ path, what }) => `Fewer than five posts: ${what} at ${path}.`),
      `The model ${model.id} was not changed.`,
      '',
    ].join('\n'),
  );
  return 0;
}

interface Prepared {
  text: ReadText['text'];
  model: Model;
  /** Ids, the one that others are compared with first. */
  scenarios: string[];
  edits: Snapshot['inputs']['edits'];
}

/** Read everything, and find what keeps it from being published. */
async function prepare(
  path: string,
  textPath: string,
  options: PublishOptions,
): Promise<{ value: Prepared | null; findings: Finding[] }> {
  const source = await readFile(textPath, 'utf8').catch((error: Error) => {
    throw new Misuse(`${textPath} cannot be read: ${error.message}`);
  });
  const read = readSnapshotText({ path: textPath, text: source });
  const { value: model, findings } = await loadModel(path);
  const found = [...read.findings, ...(hasErrors(findings) ? findings : [])];
  if (!model || !read.value) return { value: null, findings: found };
  const scenarios = chooseScenarios(model, options.scenarios ?? []).map(({ id }) => id);
  if (scenarios.length < 2) throw new Misuse('A snapshot compares two scenarios or more.');
  const disclosed = disclose(model, scenarios);
  const files = disclosed.value?.model.files ?? [];
  const personal = scanForPersonalData(
    [{ path: textPath, text: withoutKnown(source) }, ...files],
    read.value.notPersonalData,
  );
  const all = [...found, ...disclosed.findings, ...personal];
  if (!disclosed.value || hasErrors(all)) return { value: null, findings: all };
  const { text } = read.value;
  return { value: { text, scenarios, ...disclosed.value }, findings: all };
}

/** The list of what is no personal data is not published. */
function withoutKnown(source: string): string {
  return source.replace(/^not-personal-data:.*(?:\n[ \t-].*)*/m, '');
}

async function runAndFreeze(
  { text, model, scenarios: ids, edits }: Prepared,
  {
    replications,
    draws,
    seed,
    threads,
    version,
    date,
  }: PublishOptions & { version: Snapshot['version']; date: string },
  surroundings: Surroundings,
): Promise<Frozen<Snapshot>> {
  const run = { seed, replications, draws: draws ?? Math.min(replications, 50) };
  const scenarios = chooseScenarios(model, ids);
  const results = await withSnapshotRun(threads, surroundings, (runIt, onProgress) =>
    workOut({ model, scenarios, run, engine: engineVersion }, runIt, onProgress),
  );
  return freeze({
    text,
    version,
    published: date,
    engine: engineVersion,
    inputs: {
      model: model.id,
      portfolio: model.files[0].text,
      scenarios: model.files.slice(1).map((file) => ({ id: idOf(file.path), text: file.text })),
      edits,
    },
    run: { ...run, scenarios: ids },
    results,
    assumptions: assumptionsOf(model.portfolio),
  });
}

async function put(
  frozen: Frozen<Snapshot>,
  { model, scenarios, text }: Prepared,
  out: string,
  key: SigningKey | null,
): Promise<void> {
  const chosen = chooseScenarios(model, scenarios);
  const method = methodInShort();
  const files = await snapshotFiles({ frozen, model, scenarios: chosen, method, key });
  try {
    await writeFolder(out, join(out, 's', text.slug, frozen.hash), files);
  } catch (error) {
    // The same snapshot again: what follows from it may still have to be written.
    if (!(error instanceof FolderThere)) throw error;
    await writeSitePages(out, key);
    throw new Misuse(
      `Version ${frozen.hash.slice(0, SHORT)} is published already, and is never written again.`,
    );
  }
  await writeSitePages(out, key);
}

/** Figures that are assumptions or judgement, and not decided. */
function assumptionsOf(portfolio: Portfolio): LoggedAssumption[] {
  return listFigures(portfolio)
    .filter(
      ({ isDecided, grade }) => !isDecided && (grade === 'assumption' || grade === 'experience'),
    )
    .map(({ path, of, what, written, range, grade, source }) => ({
      path,
      what: of.length > 0 ? `${of.join(', ')}: ${what}` : what,
      written,
      range: range ?? '',
      grade: gradeInWords(grade),
      source: source ? [source.title, source.by].filter(Boolean).join(', ') : '',
    }));
}

function idOf(path: string): string {
  return /([^\\/]*?)(?:\.ya?ml)?$/.exec(path)?.[1] ?? '';
}
