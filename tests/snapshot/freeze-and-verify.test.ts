import { beforeAll, describe, expect, it } from 'vitest';
import { differencesBetween } from '$lib/snapshot/differences.ts';
import { freeze, freezeTombstone, type Frozen } from '$lib/snapshot/freeze.ts';
import { readSnapshot } from '$lib/snapshot/read-snapshot.ts';
import { sha256Hex } from '$lib/snapshot/sha256.ts';
import type { Snapshot } from '$lib/snapshot/snapshot.ts';
import { rerun } from '$lib/snapshot/verify.ts';
import { differingInWords } from '$lib/words/path-words.ts';
import { ENGINE, runHere, smallSnapshot } from './small-run.ts';

let frozen: Frozen<Snapshot>;
beforeAll(async () => {
  frozen = await smallSnapshot();
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const problemOf = (text: string) => {
  const read = readSnapshot(bytesOf(text));
  return read.kind === 'neither' ? read.problem : read.kind;
};

/** The same snapshot with something changed, frozen anew as a forger would. */
function forged(change: (document: Snapshot) => void): Snapshot {
  const document = structuredClone(frozen.document);
  change(document);
  return document;
}

describe('a frozen snapshot', () => {
  it('is one text under its hash, and reads back as what it was', () => {
    expect(frozen.hash).toBe(sha256Hex(frozen.text));
    const read = readSnapshot(bytesOf(frozen.text));
    expect(read).toEqual({
      kind: 'snapshot',
      snapshot: JSON.parse(frozen.text) as Snapshot,
      hash: frozen.hash,
    });
    expect(freeze(frozen.document)).toEqual(frozen);
  });

  it('gives its own numbers when it is run again', async () => {
    const seen: number[] = [];
    const again = await rerun(frozen.document, ENGINE, runHere, (share) => seen.push(share));
    expect(again).toEqual({ kind: 'same', engine: ENGINE });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('holds no imagined people, and no service or place by itself', () => {
    const [scenario] = frozen.document.results.summary.scenarios;
    expect(scenario.threads).toEqual([]);
    expect(scenario.measures.length).toBeGreaterThan(10);
    const kinds = new Set(scenario.measures.map(({ by }) => by?.kind ?? 'whole'));
    expect([...kinds].sort()).toEqual(['reason', 'whole', 'year']);
  });

  it('holds what format 1 says of a difference and no more, so that older ones still give their own', () => {
    const [comparison] = frozen.document.results.summary.comparisons;
    expect(comparison.differences[0].contractDatesAlone).not.toBeNull();
    expect(frozen.text).not.toContain('changesDatesAlone');
  });

  it('says exactly which number differs where one was changed', async () => {
    let was = 0;
    const other = forged(({ results }) => {
      const measure = results.summary.scenarios[1].measures.find(({ id }) => id === 'wait-mean')!;
      was = measure.mean!;
      measure.mean = was + 1e-9;
    });
    const again = await rerun(other, ENGINE, runHere);
    expect(again.kind).toBe('differs');
    if (again.kind !== 'differs') return;
    expect(again.isSameEngine).toBe(true);
    expect(
      again.differing.map((one) => differingInWords(one, 'published', 'when run again')),
    ).toEqual([
      `summary › scenarios › thirty-six-months › measures › wait-mean › mean: ${was + 1e-9} published, ${was} when run again`,
    ]);
  });

  it('gives other numbers from other inputs, and says that the engine is another', async () => {
    const other = forged(({ inputs }) => {
      inputs.portfolio = inputs.portfolio.replace('caseload: 12', 'caseload: 6');
    });
    const again = await rerun(other, 'another', runHere);
    expect(again).toMatchObject({ kind: 'differs', engine: 'another', isSameEngine: false });
  });

  it('says why where its model cannot be read', async () => {
    const broken = forged(({ inputs }) => {
      inputs.portfolio = inputs.portfolio.replace('caseload: 12', 'caseload: lots');
    });
    expect(await rerun(broken, ENGINE, runHere)).toMatchObject({
      kind: 'unreadable',
      why: [expect.stringMatching(/^portfolio\.yaml, line \d+: /)],
    });
    const missing = forged(({ run }) => run.scenarios.push('no-such'));
    expect(await rerun(missing, ENGINE, runHere)).toMatchObject({ kind: 'unreadable' });
  });
});

describe('a file that is no snapshot', () => {
  it.each([
    ['', 'not JSON'],
    ['[]', 'not JSON'],
    ['{"bide":1}', 'not a snapshot'],
    ['{"bide":"snapshot","format":2}', 'format 2'],
    ['{"bide":"snapshot","format":1}', '“text” is missing'],
    ['{"bide":"withdrawn snapshot","format":1}', '“slug” is missing'],
  ])('is refused: %s', (text, problem) => expect(problemOf(text)).toContain(problem));

  it('is refused where it is not the one text of its document', () => {
    expect(problemOf(`${frozen.text}\n`)).toContain('not in the one form');
    expect(problemOf(JSON.stringify(JSON.parse(frozen.text), null, 1))).toContain('one form');
    expect(problemOf(frozen.text.replace('"bide":', '"bide":"snapshot","bide":'))).toContain(
      'one form',
    );
    expect(problemOf(`\uFEFF${frozen.text}`)).toContain('not JSON');
    expect(readSnapshot(Uint8Array.of(0xff, 0xfe)).kind).toBe('neither');
  });

  it('is refused where it calls itself more than it is', () => {
    const draft = frozen.text.replace(
      '"approval":{"limits":"","on":"2027-03-08","says":"Fit to inform the decision."}',
      '"approval":null',
    );
    expect(draft).not.toBe(frozen.text);
    expect(problemOf(draft)).toContain('makes it “Draft, not assured”');
  });
});

describe('a withdrawal', () => {
  it('repeats nothing of what was withdrawn but its address', () => {
    const tombstone = freezeTombstone(
      { slug: frozen.document.text.slug, hash: frozen.hash, number: 1 },
      'It held a name.',
      '2027-04-01',
    );
    expect(JSON.parse(tombstone.text)).toEqual({
      bide: 'withdrawn snapshot',
      format: 1,
      slug: 'longer-awards',
      number: 1,
      withdrawn: frozen.hash,
      why: 'It held a name.',
      on: '2027-04-01',
    });
    expect(readSnapshot(bytesOf(tombstone.text)).kind).toBe('tombstone');
  });
});

describe('differences between two versions', () => {
  it('are told by name, whatever the order', () => {
    const before = {
      text: { title: 'a' },
      list: [
        { id: 'x', v: 1 },
        { id: 'y', v: 2 },
      ],
    };
    const after = {
      text: { title: 'b' },
      list: [{ id: 'y', v: 2 }, { id: 'x', v: 3 }, { id: 'z' }],
    };
    expect(differencesBetween(before, after).map((one) => differingInWords(one))).toEqual([
      'text › title: “a” before, “b” now',
      'list › x › v: 1 before, 3 now',
      'list › z: nothing before, {"id":"z"} now',
    ]);
    expect(differencesBetween(before, structuredClone(before))).toEqual([]);
  });

  it('keep apart entries that share an id', () => {
    const by = (id: string) => ({ kind: 'year', id });
    const of = (v: number) => [
      { id: 'spend', by: null, v: 1 },
      { id: 'spend', by: by('2027-28'), v: 1 },
      { id: 'spend', by: by('2028-29'), v },
    ];
    expect(differencesBetween(of(1), of(2))).toEqual([
      { path: ['spend by year 2028-29', 'v'], before: 1, after: 2 },
    ]);
  });
});
