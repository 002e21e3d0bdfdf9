import { resolve } from '$app/paths';
import type { Finding } from '$lib/diagnostics/finding.ts';

/** Return the address of the form around a path of an own model, at its field. */
export function structureLink(key: string, path: string): string {
  const around = path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
  const page = resolve('/portfolio/own/[key]/structure', { key });
  return `${page}?at=${encodeURIComponent(around)}#${fieldId(path)}`;
}

/** Return the id of the field of a path within its page. */
export function fieldId(path: string): string {
  return `at-${path.replaceAll('.', '-')}`;
}

/** Return where a finding can be mended by a form; null for what is about another file, or the text. */
export function linkToFinding(key: string, { path, file }: Finding): string | null {
  if (!path || (file !== '' && !file.endsWith('portfolio.yaml'))) return null;
  return structureLink(key, path);
}
