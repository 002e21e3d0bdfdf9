import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documents, root } from './documents.ts';

/** Set by what builds and tests Bide itself, or by the machine. */
const notForPeople = new Set(['AWS_LAMBDA_JS_RUNTIME', 'PATH', 'PROTOCOL_HEADER']);

test('the guide says what every setting is', () => {
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(js|ts)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const read = [...code.matchAll(/\benv\.([A-Z][A-Z_]+)\b/g)].map(([, name]) => name);
  const taken = [...code.matchAll(/\{([^{}]*)\} = process\.env/g)].flatMap(([, names]) =>
    [...names.matchAll(/[A-Z][A-Z_]+/g)].map(([name]) => name),
  );
  const settings = new Set([...read, ...taken].filter((name) => !notForPeople.has(name)));
  expect(settings).toContain('DATABASE_URL');
  expect(settings.size).toBeGreaterThan(15);
  const tables = documents
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.startsWith('|'));
  const unsaid = [...settings].filter((name) => !tables.some((row) => row.includes(`\`${name}\``)));
  expect(unsaid).toEqual([]);
});
