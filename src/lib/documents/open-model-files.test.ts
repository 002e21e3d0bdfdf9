import { readFileSync, readdirSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openModelFiles, type ChosenFile } from './open-model-files.ts';
import { packModel } from './model-zip.ts';

const file = (path: string, text: string | Uint8Array): ChosenFile => ({
  path,
  bytes: typeof text === 'string' ? new Uint8Array(Buffer.from(text)) : text,
});
const bytes = (...all: number[]) => new Uint8Array([...all, ...new Array<number>(40).fill(0)]);

function codes(...files: ChosenFile[]): string[] {
  const { value, findings } = openModelFiles(files);
  if (findings.some(({ severity }) => severity === 'error')) expect(value).toBeNull();
  return findings.map(({ code }) => code);
}

describe('what makes a model', () => {
  test('one YAML file, whatever it is called', () => {
    const { value } = openModelFiles([file('our place.yaml', 'bide: 1\r\n')]);
    expect(value).toEqual({
      name: 'our place',
      texts: { portfolio: 'bide: 1\r\n', scenarios: {} },
    });
  });

  test('a folder: its portfolio and its scenarios; what else is in it is named', () => {
    const { value, findings } = openModelFiles([
      file('ours/README.md', '# x'),
      file('ours/.DS_Store', 'x'),
      file('ours/portfolio.yaml', '\uFEFFbide: 1\n'),
      file('ours/scenarios/a.yaml', 'title: A\n'),
      file('ours/old/b.yaml', 'title: B\n'),
    ]);
    expect(value).toEqual({
      name: 'ours',
      texts: { portfolio: '\uFEFFbide: 1\n', scenarios: { 'a.yaml': 'title: A\n' } },
    });
    expect(findings.map(({ what }) => what)).toEqual([
      'Not part of the model, and left out: ours/README.md, ours/old/b.yaml.',
    ]);
  });

  test.each(['', 'Scenarios/', 'scenarios/old/'])('scenarios in m/%s are named', (folder) => {
    const { value, findings } = openModelFiles([
      file('m/portfolio.yaml', 'bide: 1\n'),
      file(`m/${folder}a.yaml`, 'title: A\nchanges: []\n'),
      file(`m/${folder}b.yaml`, '\uFEFFchanges:\n  - remove: services.b\n'),
      file('m/snapshot.yaml', 'title: C\n'),
    ]);
    expect(value?.texts.scenarios).toEqual({});
    expect(findings.map(({ severity, what }) => [severity, what])).toEqual([
      ['warning', `What looks like a scenario was left out: m/${folder}a.yaml, m/${folder}b.yaml.`],
      ['note', 'Not part of the model, and left out: m/snapshot.yaml.'],
    ]);
  });

  test('several files chosen one by one', () => {
    const { value } = openModelFiles([
      file('a.yaml', 'title: A'),
      file('portfolio.yaml', 'bide: 1'),
    ]);
    expect(value?.texts).toEqual({ portfolio: 'bide: 1', scenarios: { 'a.yaml': 'title: A' } });
  });

  test.each(['', 'm/'])('a scenario that is called portfolio stays one', (folder) => {
    const { value, findings } = openModelFiles([
      file(`${folder}scenarios/portfolio.yaml`, 'title: Portfolio\n'),
      file(`${folder}portfolio.yaml`, 'bide: 1\n'),
    ]);
    expect(findings).toEqual([]);
    expect(value?.texts).toEqual({
      portfolio: 'bide: 1\n',
      scenarios: { 'portfolio.yaml': 'title: Portfolio\n' },
    });
  });

  test('half a model: it can be opened and mended', () => {
    expect(openModelFiles([file('portfolio.yaml', 'services: {')]).value?.texts.portfolio).toBe(
      'services: {',
    );
  });
});

describe('what makes none', () => {
  test.each<[string, string[], ChosenFile[]]>([
    ['nothing', ['model-without-portfolio'], []],
    ['a picture', ['file-of-another-kind'], [file('map.png', bytes(0x89, 0x50, 0x4e, 0x47))]],
    [
      'a picture with another name',
      ['file-of-another-kind'],
      [file('portfolio.yaml', bytes(0xff, 0xd8, 0xff))],
    ],
    ['a PDF', ['file-of-another-kind'], [file('paper.pdf', '%PDF-1.7')]],
    [
      'a Word document',
      ['file-of-another-kind'],
      [file('p.docx', zipSync({ 'word/document.xml': strToU8('<x/>') }))],
    ],
    [
      'an Excel workbook',
      ['file-of-another-kind'],
      [file('p.yaml', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))],
    ],
    ['bytes', ['file-of-another-kind'], [file('x.yaml', bytes(1, 2, 3))]],
    ['JSON', ['file-in-json'], [file('portfolio.json', '{"bide": 1}')]],
    ['JSON with another name', ['file-in-json'], [file('portfolio.yaml', '{"bide": 1}')]],
    ['a web page', ['file-of-another-kind'], [file('p.yaml', '<!doctype html><p>')]],
    [
      'another encoding',
      ['file-not-text'],
      [file('p.yaml', new Uint8Array([0xff, 0xfe, 0x62, 0]))],
    ],
    ['old letters', ['file-not-text'], [file('p.yaml', new Uint8Array([0x61, 0xe9, 0x62]))]],
    [
      'a folder without a portfolio',
      ['model-without-portfolio'],
      [file('m/a.yaml', 'x'), file('m/b.yaml', 'y')],
    ],
    [
      'two portfolios',
      ['two-portfolios'],
      [file('m/portfolio.yaml', 'x'), file('n/portfolio.yaml', 'y')],
    ],
    [
      'a zip cut short',
      ['zip-not-readable'],
      [file('m.zip', zipSync({ 'portfolio.yaml': strToU8('bide: 1'.repeat(50)) }).subarray(0, 60))],
    ],
    [
      'a zip without a model',
      ['model-without-portfolio'],
      [file('m.zip', zipSync({ 'a.txt': strToU8('x'), 'b.txt': strToU8('y') }))],
    ],
    [
      'two of one name',
      ['scenario-twice'],
      [file('portfolio.yaml', 'x'), file('a.yaml', 'x'), file('a.yaml', 'y')],
    ],
  ])('%s', (_, expected, files) => expect(codes(...files)).toEqual(expected));

  test('10 MB of brackets', () => {
    const large = file('p.yaml', new Uint8Array(10_000_000).fill(0x5b));
    expect(codes(large)).toEqual(['file-too-large']);
  });

  test('findings name the file', () => {
    const { findings } = openModelFiles([file('map.png', bytes(0x89, 0x50, 0x4e, 0x47))]);
    expect(findings[0]).toMatchObject({
      file: 'map.png',
      what: 'This is a picture (PNG), not a model.',
    });
  });
});

describe('zips', () => {
  const texts = {
    portfolio: '\uFEFFbide: 1 # é\r\n',
    scenarios: { 'a.yaml': 'title: A', 'b.yml': 'title: B\n\n' },
  };

  test('what was downloaded opens again as the same bytes', () => {
    const packed = packModel(texts, 'Ayr, unser Wég');
    expect(packed.name).toBe('ayr-unser-weg.zip');
    const { value, findings } = openModelFiles([file('x.zip', packed.bytes)]);
    expect(findings).toEqual([]);
    expect(value).toEqual({ name: 'ayr-unser-weg', texts });
    expect(packModel(texts, 'Ayr, unser Wég').bytes).toEqual(packed.bytes);
  });

  test('a model of one file is downloaded as that file', () => {
    const packed = packModel({ ...texts, scenarios: {} }, 'Ours');
    expect([
      packed.name,
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(packed.bytes),
    ]).toEqual(['ours.yaml', texts.portfolio]);
  });

  test.each(readdirSync('models'))('%s comes back byte for byte', (id) => {
    const scenarios = Object.fromEntries(
      readdirSync(`models/${id}/scenarios`).map((name) => [
        name,
        readFileSync(`models/${id}/scenarios/${name}`, 'utf8'),
      ]),
    );
    const own = { portfolio: readFileSync(`models/${id}/portfolio.yaml`, 'utf8'), scenarios };
    expect(openModelFiles([file('m.zip', packModel(own, id).bytes)]).value?.texts).toEqual(own);
  });

  test('a zip that unpacks to more than a model holds is refused before it is unpacked', () => {
    const large = zipSync({ 'portfolio.yaml': new Uint8Array(30_000_000) });
    expect(large.length).toBeLessThan(100_000);
    expect(codes(file('m.zip', large))).toEqual(['zip-too-large']);
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${i}.yaml`, new Uint8Array(1)]),
    );
    expect(codes(file('m.zip', zipSync(many)))).toEqual(['zip-too-large']);
  });

  test('a zip that lies about its sizes does not unpack to more than it says', () => {
    const honest = zipSync({ 'portfolio.yaml': new Uint8Array(1_000_000).fill(0x61) });
    const lying = honest.slice();
    // The size before packing, in the list at the end of the zip.
    const list = lying.findLastIndex(
      (_, i) => lying[i] === 0x50 && lying[i + 1] === 0x4b && lying[i + 2] === 1,
    );
    new DataView(lying.buffer).setUint32(list + 24, 10, true);
    const { value, findings } = openModelFiles([file('m.zip', lying)]);
    const length = value?.texts.portfolio.length ?? 0;
    expect(findings.length > 0 || length <= 10).toBe(true);
  });
});
