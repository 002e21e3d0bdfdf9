/** The models this server shows: folders under `models`, read again when their files change. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../diagnostics/finding.ts';
import { readModel, type Model } from '../portfolio/read-model.ts';
import { reservedId } from '../portfolio/reserved-id.ts';
import { modelHash } from './model-hash.ts';
import { ModelUnreadable, readModelFolder } from './read-model-folder.ts';

/** A model as it was read; `model` is null where its findings say why it cannot be used. */
export interface ShownModel {
  id: string;
  model: Model | null;
  findings: Finding[];
  /** SHA-256 of what its portfolio says; empty where it cannot be read. */
  hash: string;
  /** SHA-256 of all its files, letter by letter; empty where they cannot be read. */
  textsHash: string;
}

/** The folder that comes first on every list. */
const first = 'south-ayrshire';

const id = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** What was read last of each model. */
const read = new Map<string, ShownModel>();

function folder(): string {
  return process.env.BIDE_MODELS ?? 'models';
}

/** Return the folder of a model that was shown. */
export function modelFolder(of: string): string {
  return join(folder(), of);
}

/** Return a model of the folder by its id, or null where there is none. */
export async function showModel(wanted: string): Promise<ShownModel | null> {
  if (!id.test(wanted)) return null;
  const reserved = reservedId(wanted);
  try {
    const { files } = await readModelFolder(join(folder(), wanted));
    if (reserved.length > 0) return unusable(wanted, reserved);
    const textsHash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
    const known = read.get(wanted);
    if (known?.textsHash === textsHash) return known;
    const { value, findings } = readModel(files, wanted);
    const hash = value ? modelHash(value.raw) : '';
    const shown = { id: wanted, model: value, findings, hash, textsHash };
    read.set(wanted, shown);
    return shown;
  } catch (error) {
    if (!(error instanceof ModelUnreadable)) throw error;
    if (error.isMissing) return null;
    return unusable(wanted, [unreadable(error, wanted)]);
  }
}

function unusable(id: string, findings: Finding[]): ShownModel {
  return { id, model: null, findings, hash: '', textsHash: '' };
}

/** What a list says of a model. */
export interface ListedModel {
  id: string;
  title: string;
  question: string;
  services: number;
  /** Beside how it is now. */
  scenarios: number;
  /** True where its notice says that it is for learning: such models stand apart. */
  isForLearning: boolean;
  /** True where it cannot be used until its findings are mended. */
  isBroken: boolean;
}

/** Return what lists say of every model. */
export async function listModels(): Promise<ListedModel[]> {
  return (await showModels()).map(({ id, model }) => ({
    id,
    title: model?.portfolio.title ?? id.replaceAll('-', ' '),
    question: model?.portfolio.question ?? '',
    services: model?.portfolio.services.length ?? 0,
    scenarios: Math.max(0, (model?.scenarios.length ?? 0) - 1),
    isForLearning: /\bfor learning\b/i.test(model?.portfolio.notice ?? ''),
    isBroken: model === null,
  }));
}

/** Return every model of the folder: our own area's first, the others in the order of their ids. */
export async function showModels(): Promise<ShownModel[]> {
  const entries = await readdir(folder(), { withFileTypes: true });
  const ids = entries
    .filter((entry) => entry.isDirectory() && id.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));
  const shown = await Promise.all(ids.map(showModel));
  return shown.filter((model) => model !== null);
}

function unreadable(error: ModelUnreadable, model: string): Finding {
  return {
    code: 'model-not-readable',
    severity: 'error',
    file: join(folder(), model),
    line: 0,
    column: 0,
    what: error.message,
    why: 'Only plain text files in the folder of a model are read.',
    mend: 'Put a file portfolio.yaml with the model into the folder.',
  };
}
