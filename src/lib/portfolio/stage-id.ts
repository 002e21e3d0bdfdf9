import { LIMITS } from './limits.ts';

/** The id of a stage: its name in small letters, with hyphens. */
export function stageId(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug.slice(0, LIMITS.idCharacters);
}
