import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '$lib/diagnostics/finding.ts';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';

const models = join(dirname(fileURLToPath(import.meta.url)), '../../models');

/** Ids of the models that come with the product. */
export const shipped = readdirSync(models, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** A model that comes with the product, with its scenarios and all findings about it. */
export function readShipped(id: string): { model: Model; findings: Finding[] } {
  const names = ['portfolio.yaml', ...scenarioFiles(id)];
  const files = names.map((path) => ({ path, text: readFileSync(join(models, id, path), 'utf8') }));
  const { value, findings } = readModel(files, id);
  if (!value) throw new Error(findings.map(({ what }) => what).join('\n'));
  return { model: value, findings };
}

function scenarioFiles(id: string): string[] {
  const names = readdirSync(join(models, id, 'scenarios'));
  return names.filter((name) => name.endsWith('.yaml')).map((name) => `scenarios/${name}`);
}
