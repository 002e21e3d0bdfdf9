import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wrongSettings } from './wrong-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'bide-settings-'));
const file = join(folder, 'a-file');
writeFileSync(file, '');
const right = { PORT: '0', BIDE_MODELS: folder, BIDE_DATA: join(folder, 'made/later') };

afterAll(() => rmSync(folder, { recursive: true }));

test('settings that are right, and absent ones, say nothing', () => {
  expect(wrongSettings(right)).toEqual([]);
  expect(wrongSettings({})).toEqual([]);
});

test('each that is wrong is named, with what would be right', () => {
  const said = (wrong: object) => wrongSettings({ ...right, ...wrong });
  for (const PORT of ['abc', '-1', '65536', '']) {
    expect(said({ PORT })).toEqual([
      `PORT is “${PORT}”. It is a whole number from 0 to 65535, such as 4173.`,
    ]);
  }
  expect(said({ BIDE_MODELS: join(folder, 'none') })).toEqual([
    expect.stringMatching(/^BIDE_MODELS is “.*none”, and there is nothing at that place\./),
  ]);
  expect(said({ BIDE_MODELS: file })[0]).toContain('which is not a folder');
  for (const BIDE_DATA of [file, join(file, 'below')]) {
    expect(said({ BIDE_DATA })).toEqual([
      expect.stringMatching(/^BIDE_DATA is “.*”, and .*a-file is a file\. Set it to a folder/),
    ]);
  }
  expect(said({ PORT: 'abc', BIDE_MODELS: file })).toHaveLength(2);
});
