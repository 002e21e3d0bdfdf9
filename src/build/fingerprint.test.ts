import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bide-fingerprint-'));
  mkdirSync(join(root, 'runs'));
  writeFileSync(join(root, 'runs', 'merge.ts'), '1');
  writeFileSync(join(root, 'runs', 'browser-pool.ts'), '1');
});

afterEach(() => rmSync(root, { recursive: true }));

test('what is left out changes nothing, and the rest does', () => {
  const of = () => fingerprint(root, ['runs'], /^runs\/browser-/);
  const before = of();
  writeFileSync(join(root, 'runs', 'browser-pool.ts'), '2');
  expect(of()).toBe(before);
  expect(fingerprint(root, ['runs'])).not.toBe(before);
  writeFileSync(join(root, 'runs', 'merge.ts'), '2');
  expect(of()).not.toBe(before);
});
