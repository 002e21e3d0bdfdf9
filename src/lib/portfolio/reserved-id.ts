import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';

/** Pages have these addresses under /portfolio, and would hide a model of such a name. */
const RESERVED = new Set(['kept', 'own', 'start']);

/** Return why a folder of models cannot hold a model of this id; none where it can. */
export function reservedId(id: string): Finding[] {
  return RESERVED.has(id) ? [makeFinding('model-id-reserved', '', { id })] : [];
}
