import type { ErrorObject } from 'ajv';
import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import {
  validatePortfolio,
  validateScenario,
  validateSnapshotText,
} from './generated/validators.js';

/**
 * Return what the JSON Schema has against a plain value, one finding a path,
 * leaving out places that other findings are about already.
 *
 * Reading gives the better words, so it goes first; the schema is the promise
 * that editors and other programs hold the file to, and catches what reading
 * was lenient about.
 */
export function schemaFindings(
  raw: unknown,
  kind: keyof typeof VALIDATORS,
  found: readonly Finding[],
): Finding[] {
  const validate = VALIDATORS[kind];
  if (validate(raw)) return [];
  const errors = validate.errors ?? [];
  const spoken = found.filter(({ severity }) => severity === 'error').map(({ path }) => path ?? '');
  const findings: Finding[] = [];
  for (const error of deepest(errors)) {
    const path = pathOf(error);
    if (spoken.some((other) => within(other, path) || within(path, other))) continue;
    spoken.push(path);
    findings.push(makeFinding('schema-mismatch', path, { message: messageOf(error) }));
    if (findings.length >= 50) break;
  }
  return findings;
}

const VALIDATORS = {
  portfolio: validatePortfolio,
  scenario: validateScenario,
  snapshot: validateSnapshotText,
};

/** Those furthest into the file first: where several shapes fail, they say the most. */
function deepest(errors: readonly ErrorObject[]): ErrorObject[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  return [...errors].sort((a, b) => depth(b) - depth(a));
}

function pathOf({ instancePath, keyword, params }: ErrorObject): string {
  const keys = instancePath.split('/').slice(1).map(unescapePointer);
  if (keyword === 'additionalProperties') keys.push(String(params.additionalProperty));
  return keys.join('.');
}

function unescapePointer(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

function messageOf(error: ErrorObject): string {
  const allowed: unknown = error.params.allowedValues;
  const list = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : '';
  return `it ${error.message ?? 'does not fit'}${list}`;
}

/** True when a path is another, or stands inside it. */
function within(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`) || other === '';
}
