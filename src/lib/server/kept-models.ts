/** Models that people keep on this server together, beside those of the folder of models. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Finding } from '../diagnostics/finding.ts';
import { readModel, type Model, type ModelFile } from '../portfolio/read-model.ts';
import { showModel } from './models.ts';
import { listPortfolios, readFiles } from './store/portfolio-files.ts';
import type { Tables } from './store/tables.ts';

/** What names a model of the store in a draft; a folder's id has no colon. */
const KEPT = 'kept:';

export interface KeptModel {
  id: string;
  /** Null where its findings have to be mended first. */
  model: Model | null;
  findings: Finding[];
}

/** Return a model of the store as it is now; null where there is none of that id. */
export async function keptModel(db: Kysely<Tables>, id: string): Promise<KeptModel | null> {
  const files = (await readFiles(db, id)).map(({ path, text }) => ({ path, text: text ?? '' }));
  if (files.length === 0) return null;
  const isMain = ({ path }: ModelFile) => path === 'portfolio.yaml';
  const ordered = [...files.filter(isMain), ...files.filter((file) => !isMain(file))];
  const { value: model, findings } = readModel(ordered, id);
  return { id, model, findings };
}

/** Return the model that a draft is about, of the store or of the folder; null where it is gone. */
export async function modelOfDraft(db: Kysely<Tables>, named: string): Promise<Model | null> {
  const found = named.startsWith(KEPT)
    ? await keptModel(db, named.slice(KEPT.length))
    : await showModel(named);
  return found?.model ?? null;
}

/** Where a draft's model is shown. */
export function addressOfModel(named: string): string {
  return `/portfolio/${named.replace(KEPT, 'kept/')}`;
}

/** Return the models of the store that can be published, as drafts name them. */
export async function keptToPublish(db: Kysely<Tables>): Promise<{ id: string; title: string }[]> {
  const all = await listPortfolios(db);
  const read = await Promise.all(all.map(({ id }) => keptModel(db, id)));
  return all.flatMap(({ id, title }, at) =>
    (read[at]?.model?.scenarios.length ?? 0) > 1 ? [{ id: `${KEPT}${id}`, title }] : [],
  );
}

/** SHA-256 of all files of a model: another one for any change of any of them. */
export function textHash({ files }: Model): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}
