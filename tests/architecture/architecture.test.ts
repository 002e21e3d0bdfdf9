import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkStopwatches } from './clock-rules.ts';
import { checkRoomCycles } from './cycle-rules.ts';
import { checkLength, checkNames } from './file-rules.ts';
import { checkNode, checkPackages, checkPools, checkRooms, checkSpelling } from './import-rules.ts';
import { checkPurity } from './pure-rules.ts';
import { readSource, type Breach, type Source } from './source.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const sourcesIn = (folder: string, which: RegExp) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => which.test(path))
    .sort()
    .map((path) => readSource(path, readFileSync(root + path, 'utf8')));

const sources = sourcesIn('src', /\.(ts|js|svelte)$/);
const tests = [...sources, ...sourcesIn('tests', /\.test\.ts$/)];

const each = (rule: (source: Source) => Breach[]) => () => sources.flatMap(rule);

test.each([
  ['every room imports only what the table of rooms allows', each(checkRooms)],
  ['worker pools are imported by those who run simulations', each(checkPools)],
  ['node: is imported at the edges only', each(checkNode)],
  ['every package stays in its home', each(checkPackages)],
  ['imports are written with endings, and relative inside src/lib', each(checkSpelling)],
  ['pure rooms have no clock, chance, network, log or inexact Math', each(checkPurity)],
  ['no test is timed', () => tests.flatMap(checkStopwatches)],
  ['no file is too long', each(checkLength)],
  ['names say what is inside', each(checkNames)],
  ['no room imports itself round other rooms', () => checkRoomCycles(sources)],
])('%s', (_, breaches) => {
  expect(breaches().map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([]);
});
