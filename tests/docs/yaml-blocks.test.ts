import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readModel } from '$lib/portfolio/read-model.ts';
import { fencesIn, type Fence } from './documents.ts';
import { nodesAt, schemaOf, standalone } from './schema-place.ts';

/**
 * Every YAML block says what it is: `model` (whole), `scenario` (whole), `part`
 * (some keys of the file), `at <path>` (the whole value there), `in <path>`
 * (some keys of it); `snapshot` and `snapshot-part`, the same of a snapshot’s text.
 */
const kinds = /^(model|scenario|snapshot|snapshot-part|part|at|in)( |$)/;
const blocks = fencesIn('yaml');
const portfolio = schemaOf('portfolio');
const scenario = schemaOf('scenario');
const snapshot = schemaOf('snapshot');

/** What the schema finds wrong with a block. */
function faults(block: Fence): unknown {
  const [kind, path] = block.note.split(' ');
  const ajv = new Ajv2020({ strict: false });
  const schema =
    kind === 'scenario'
      ? scenario
      : kind === 'snapshot'
        ? snapshot
        : kind === 'snapshot-part'
          ? standalone([snapshot], snapshot, true)
          : kind === 'part'
            ? standalone([portfolio], portfolio, true)
            : standalone(nodesAt(portfolio, path), portfolio, kind === 'in');
  const validate = ajv.compile(schema);
  return validate(parse(block.text)) ? [] : validate.errors;
}

it('says of every block what it is', () => {
  expect(blocks.length).toBeGreaterThan(5);
  expect(blocks.filter(({ note }) => !kinds.test(note)).map(({ place }) => place)).toEqual([]);
});

describe('whole models', () => {
  const models = blocks.filter(({ note }) => note.startsWith('model'));
  it.each(models.map((block) => [block.place, block] as const))(
    '%s can be run',
    (_place, block) => {
      const { value, findings } = readModel([{ path: 'portfolio.yaml', text: block.text }], 'docs');
      expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(value).not.toBeNull();
    },
  );
});

describe('parts of files', () => {
  const parts = blocks.filter(({ note }) => !note.startsWith('model'));
  it.each(parts.map((block) => [`${block.place} ${block.note}`, block] as const))(
    '%s fits its place',
    (_place, block) => expect(faults(block)).toEqual([]),
  );

  it('would notice a key that its place does not know', () => {
    const wrong = { ...parts[0], note: 'in contracts.award', text: 'trem: 12 months' };
    expect(faults(wrong)).not.toEqual([]);
  });
});
