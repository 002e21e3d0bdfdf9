import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readModel } from './read-model.ts';

function codes(sample: string, written: string, instead: string): string[] {
  const text = readFileSync(`tests/samples/${sample}/input.yaml`, 'utf8');
  if (!text.includes(written)) throw new Error(`The sample says nowhere: ${written}`);
  const files = [{ path: 'input.yaml', text: text.replace(written, instead) }];
  return readModel(files, sample).findings.map(({ code }) => code);
}

it.each([
  ['149900 GBP per year', []],
  ['149800 GBP per year', ['costs-above-award']],
])(
  'finds an award of %s for what costs £150,000 by more than a pound in a thousand',
  (pays, found) => {
    expect(codes('meaning-costs', '100000 GBP per year', pays)).toEqual(found);
  },
);

it.each([
  ['60 months', []],
  ['61 months', ['horizon-short']],
])('finds an award of %s too long for half of ten years', (term, found) => {
  expect(codes('meaning-horizon-short', '72 months', term)).toEqual(found);
});
