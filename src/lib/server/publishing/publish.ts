import type { MethodInShort } from '../../../content/method-in-short.ts';
import { isWeak, listFigures } from '../../documents/list-figures.ts';
import { snapshotFiles } from '../../documents/snapshot-files.ts';
import type { SigningKey } from '../../documents/signing-key.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { freeze, SHORT, type Frozen } from '../../snapshot/freeze.ts';
import type { LoggedAssumption, Snapshot, SnapshotRun, Version } from '../../snapshot/snapshot.ts';
import { workOut, type Run } from '../../snapshot/work-out.ts';
import { gradeInWords } from '../../words/grades.ts';
import { engineVersion } from '../engine-version.ts';
import type { Prepared } from './prepare-snapshot.ts';
import { overtaken, PublishRefused } from './publish-refused.ts';
import type { Shelf } from './shelf.ts';

/** How a snapshot is made and where it goes. */
export interface Publication {
  shelf: Shelf;
  /** Which version it is: see `versionOf`. */
  version: Version;
  /** ISO date. */
  date: string;
  run: Omit<SnapshotRun, 'scenarios'>;
  /** The publisher's key; null: it is not signed. */
  key: SigningKey | null;
  /** The method in the guide's own words. */
  method: MethodInShort;
  /** The role of who publishes; never a name. */
  byRole: string;
  /** A Word file that the paper takes its look from. */
  template?: Uint8Array;
  /** Throws where it is not wanted any more; absent: it is. */
  confirm?: () => Promise<void>;
}

/**
 * Run a comparison, freeze it and put it on a shelf with all of its files: on disk when this
 * resolves. `run` runs requests, wherever; `onProgress` is told how much is done, from 0 to 1.
 * Throws `PublishRefused` where the same is there already, or somebody else published meanwhile.
 */
export async function publish(
  prepared: Prepared,
  publication: Publication,
  run: Run,
  onProgress?: (share: number) => void,
): Promise<Frozen<Snapshot>> {
  const { text, model, scenarios, edits } = prepared;
  const { shelf, version, date, run: settings, key, method, byRole, template } = publication;
  const work = { model, scenarios, run: settings, engine: engineVersion, edits };
  const results = await workOut(work, run, onProgress);
  const frozen = freeze({
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
    run: { ...settings, scenarios: scenarios.map(({ id }) => id) },
    results,
    assumptions: assumptionsOf(model.portfolio),
  });
  const files = await snapshotFiles({ frozen, model, scenarios, method, key, template });
  await publication.confirm?.();
  const at = new Date().toISOString();
  const put = await shelf.put(frozen, files, { byRole, why: version.why, at });
  if (put === 'put') return frozen;
  const short = frozen.hash.slice(0, SHORT);
  throw new PublishRefused(
    {
      'there already': `Version ${short} is published already, and is never written again.`,
      withdrawn: `Version ${short} was withdrawn, and does not come back.`,
      overtaken: overtaken(text.slug),
    }[put],
  );
}

/** Figures that are assumptions or judgement, and not decided. */
function assumptionsOf(portfolio: Portfolio): LoggedAssumption[] {
  return listFigures(portfolio)
    .filter(isWeak)
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
