import { createHash } from 'node:crypto';
import { canonicalJson } from '../experiment/canonical-json.ts';

/** Return the SHA-256, in hexadecimal, of what a model's file says, whatever the order of its keys. */
export function modelHash(raw: unknown): string {
  return createHash('sha256').update(canonicalJson(raw)).digest('hex');
}
