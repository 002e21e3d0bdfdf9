import { describe, expect, test } from 'vitest';
import type { Change } from '../portfolio/portfolio.ts';
import {
  longestAddress,
  readAddress,
  readContent,
  writeAddress,
  writeContent,
  type Addressed,
} from './scenario-address.ts';

const changes: Change[] = [
  { set: 'contracts.*.term', to: '36 months' },
  { set: 'services.connect4change.roles.outreach-worker.posts', to: 4.5 },
  { remove: 'services.outreach-vehicle' },
  { add: 'services.new-team', as: { name: 'A new team – ünïcode', kind: 'team' } },
];

const one: Addressed = { model: 'abc123', engine: '1+x', scenarios: [{ title: '', changes }] };

const several: Addressed = {
  ...one,
  scenarios: [
    { title: 'Longer awards – ünïcode', changes },
    { title: 'As short as now', changes: [] },
    { title: '', changes: changes.slice(1) },
  ],
};

/** As many changes as that, none like another. */
const manyChanges = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) => ({
    set: `services.service-${index}.roles.worker.posts`,
    to: index / 2,
  }));

async function packed(content: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(content)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}

describe('a scenario in an address', () => {
  test('comes back as it was', async () => {
    const text = await writeAddress(one);
    expect(text).toMatch(/^[\w-]+$/);
    expect(await readAddress(text!)).toEqual({ addressed: one, problem: null });
  });

  test('comes back with others beside it, in their order, with their titles', async () => {
    const text = await writeAddress(several);
    expect(await readAddress(text!)).toEqual({ addressed: several, problem: null });
    expect(text!.length).toBeLessThan(400);
  });

  test('opens from an address of the first version, which held one without a title', async () => {
    expect(await readAddress(await packed([1, 'abc123', changes]))).toEqual({
      addressed: { model: 'abc123', engine: '', scenarios: [{ title: '', changes }] },
      problem: null,
    });
  });

  test('comes back from a file where it is too long for an address', () => {
    const long = { ...one, scenarios: [{ title: 'Long', changes: manyChanges(150) }] };
    expect(readContent(writeContent(long))).toEqual({ addressed: long, problem: null });
    expect(readContent('{"bide": 1}').problem).toBe('damaged');
    expect(readContent('bide: 1').problem).toBe('damaged');
  });

  test('with forty changes still fits', async () => {
    const scenarios = [{ title: '', changes: manyChanges(40) }];
    const text = await writeAddress({ ...one, scenarios });
    expect(text!.length).toBeLessThan(longestAddress / 2);
  });

  test('that would be too long is not written', async () => {
    let seed = 1;
    const noise = Array.from({ length: 120 }, () => ({
      set: `a.${(seed = (seed * 48271) % 2147483647)}.${(seed = (seed * 48271) % 2147483647)}`,
      to: seed,
    }));
    const scenarios = [{ title: '', changes: noise }];
    expect(await writeAddress({ ...one, scenarios })).toBeNull();
  });

  test('cut anywhere is called damaged, never half read', async () => {
    const text = (await writeAddress(several))!;
    for (let length = 1; length < text.length; length += 1) {
      expect((await readAddress(text.slice(0, length))).problem, `cut at ${length}`).toBe(
        'damaged',
      );
    }
  });

  test.each([
    ['no text', '', 'damaged'],
    ['letters outside the alphabet', 'ab%2F<script>', 'damaged'],
    ['nothing that was ever packed', 'hello-world', 'damaged'],
    ['more letters than an address may have', 'a'.repeat(longestAddress + 1), 'too long'],
  ])('of %s is refused', async (_, text, problem) => {
    expect((await readAddress(text)).problem).toBe(problem);
  });

  test.each([
    ['a newer version', [3, 'abc', '', []], 'newer version'],
    ['version nought', [0, 'abc', []], 'damaged'],
    ['something that is no list', { v: 1 }, 'damaged'],
    ['a model that is no text', [1, 7, []], 'damaged'],
    ['a change of an unknown kind', [1, 'abc', [{ destroy: 'all' }]], 'damaged'],
    ['a change with keys of two kinds', [1, 'abc', [{ set: 'a', to: 1, remove: 'b' }]], 'damaged'],
    ['a change that is no mapping', [1, 'abc', ['set']], 'damaged'],
    ['an engine that is no text', [2, 'abc', 7, []], 'damaged'],
    ['scenarios that are no list', [2, 'abc', '', { title: '' }], 'damaged'],
    ['a title that is no text', [2, 'abc', '', [[1, []]]], 'damaged'],
    ['a title that fills the screen', [2, 'abc', '', [['a'.repeat(81), []]]], 'damaged'],
    ['more scenarios than stand side by side', [2, 'abc', '', Array(6).fill(['', []])], 'damaged'],
    ['more changes than a page can show', [1, 'abc', Array(201).fill({ remove: 'a' })], 'damaged'],
  ])('of %s is refused', async (_, content, problem) => {
    expect((await readAddress(await packed(content))).problem).toBe(problem);
  });

  test.each([
    ['a mark that turns a line in a title', 'Longer\u202e awards', changes],
    ['a control character in a title', 'Longer\u0001 awards', changes],
    ['half a character in a title', 'Longer \ud83d', changes],
    ['a mark that turns a line in a name that it sets', '', [{ set: 'name', to: 'A\u2066' }]],
    ['a mark that turns a line in a key', '', [{ add: 'services.x', as: { 'a\u202e': 1 } }]],
  ])('of %s is refused, and so is a file of it', async (_, title, made) => {
    const content = [2, 'abc', '', [[title, made]]];
    expect((await readAddress(await packed(content))).problem).toBe('damaged');
    expect(readContent(JSON.stringify(content)).problem).toBe('damaged');
  });

  test('is written with a title that can be read again, whatever somebody typed', async () => {
    const read = async (title: string) => {
      const text = await writeAddress({ ...one, scenarios: [{ title, changes }] });
      return (await readAddress(text!)).addressed?.scenarios[0].title;
    };
    expect(await read('Longer\u202e awards\u0001')).toBe('Longer awards');
    expect(await read(`${'a'.repeat(79)}😀 and more`)).toBe('a'.repeat(79));
    expect(await read('a'.repeat(200))).toBe('a'.repeat(80));
    expect(await read('Ünïcode 😀 سلام')).toBe('Ünïcode 😀 سلام');
  });

  test('that unpacks to far more than it holds is refused', async () => {
    const bomb = await packed([1, 'a'.repeat(1_000_000), []]);
    expect(bomb.length).toBeLessThan(longestAddress);
    expect((await readAddress(bomb)).problem).toBe('damaged');
  });
});
