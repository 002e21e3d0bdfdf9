import { describe, expect, test } from 'vitest';
import type { Change } from '../portfolio/portfolio.ts';
import { longestAddress, readAddress, writeAddress } from './scenario-address.ts';

const changes: Change[] = [
  { set: 'contracts.*.term', to: '36 months' },
  { set: 'services.connect4change.roles.outreach-worker.posts', to: 4.5 },
  { remove: 'services.outreach-vehicle' },
  { add: 'services.new-team', as: { name: 'A new team – ünïcode', kind: 'team' } },
];

async function packed(content: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(content)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}

describe('a scenario in an address', () => {
  test('comes back as it was', async () => {
    const text = await writeAddress({ model: 'abc123', changes });
    expect(text).toMatch(/^[\w-]+$/);
    const read = await readAddress(text!);
    expect(read).toEqual({ scenario: { model: 'abc123', changes }, problem: null });
  });

  test('with forty changes still fits', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({
      set: `services.service-${index}.roles.worker.posts`,
      to: index / 2,
    }));
    const text = await writeAddress({ model: 'abc123', changes: many });
    expect(text!.length).toBeLessThan(longestAddress / 2);
  });

  test('that would be too long is not written', async () => {
    let seed = 1;
    const noise = Array.from({ length: 120 }, () => ({
      set: `a.${(seed = (seed * 48271) % 2147483647)}.${(seed = (seed * 48271) % 2147483647)}`,
      to: seed,
    }));
    expect(await writeAddress({ model: 'abc123', changes: noise })).toBeNull();
  });

  test('cut anywhere is called damaged, never half read', async () => {
    const text = (await writeAddress({ model: 'abc123', changes }))!;
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
    ['a newer version', [2, 'abc', []], 'newer version'],
    ['version nought', [0, 'abc', []], 'damaged'],
    ['something that is no list', { v: 1 }, 'damaged'],
    ['a model that is no text', [1, 7, []], 'damaged'],
    ['a change of an unknown kind', [1, 'abc', [{ destroy: 'all' }]], 'damaged'],
    ['a change with keys of two kinds', [1, 'abc', [{ set: 'a', to: 1, remove: 'b' }]], 'damaged'],
    ['a change that is no mapping', [1, 'abc', ['set']], 'damaged'],
    ['more changes than a page can show', [1, 'abc', Array(201).fill({ remove: 'a' })], 'damaged'],
  ])('of %s is refused', async (_, content, problem) => {
    expect((await readAddress(await packed(content))).problem).toBe(problem);
  });

  test('that unpacks to far more than it holds is refused', async () => {
    const bomb = await packed([1, 'a'.repeat(1_000_000), []]);
    expect(bomb.length).toBeLessThan(longestAddress);
    expect((await readAddress(bomb)).problem).toBe('damaged');
  });
});
