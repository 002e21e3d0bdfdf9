import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draws, hashText, threefry, threefryPair } from './random.ts';

describe('threefry', () => {
  // Known answers of Threefry-2x32 with 20 rounds from Random123's kat_vectors.
  it.each([
    [
      [0, 0],
      [0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [-1, -1],
      [-1, -1],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x13198a2e, 0x03707344],
      [0x243f6a88, 0x85a308d3],
      [0xc4923a9c, 0x483df7a0],
    ],
  ])('key %j and counter %j give the published words', (key, counter, expected) => {
    const out = new Int32Array(2);
    threefry(key[0], key[1], counter[0], counter[1], out);
    expect([out[0] >>> 0, out[1] >>> 0]).toEqual(expected);
  });
});

describe('threefryPair', () => {
  it('gives the words of two calls', () => {
    const word = () => fc.integer({ min: -2147483648, max: 2147483647 });
    fc.assert(
      fc.property(word(), word(), word(), word(), word(), word(), (k0, k1, a0, a1, b0, b1) => {
        const pair = new Int32Array(4);
        const [one, two] = [new Int32Array(2), new Int32Array(2)];
        threefryPair(k0, k1, a0, a1, b0, b1, pair);
        threefry(k0, k1, a0, a1, one);
        threefry(k0, k1, b0, b1, two);
        expect([...pair]).toEqual([...one, ...two]);
      }),
    );
    const draws = new Draws(3, 4);
    const both = new Float64Array(2);
    draws.uniformPair(1, 2, 3, 4, both);
    expect([...both]).toEqual([draws.uniform(1, 2), draws.uniform(3, 4)]);
  });
});

describe('Draws', () => {
  it('keys a 32-bit seed and replication as they are, and streams by one more block', () => {
    const draws = new Draws(0, 0);
    draws.block(0, 0);
    expect([draws.x0 >>> 0, draws.x1 >>> 0]).toEqual([0x6b200159, 0x99ba4efe]);
    const pi = new Draws(0x13198a2e, 0x03707344);
    pi.streamKey(0x243f6a88, 0x85a308d3);
    expect([pi.x0 >>> 0, pi.x1 >>> 0]).toEqual([0xc4923a9c, 0x483df7a0]);
    pi.key(pi.x0, pi.x1);
    const expected = new Int32Array(2);
    threefry(0xc4923a9c, 0x483df7a0, 5, 6, expected);
    pi.block(5, 6);
    expect([pi.x0, pi.x1]).toEqual([expected[0], expected[1]]);
  });

  it('depends on the place of a draw and not on the draws before it', () => {
    const counters = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat(), counters, (seed, replication, places) => {
        const draws = new Draws(seed, replication);
        const other = new Draws(seed, replication);
        const forwards = places.map(([c0, c1]) => draws.uniform(c0, c1));
        const backwards = [...places].reverse().map(([c0, c1]) => {
          other.streamKey(c0, c1);
          return other.uniform(c0, c1);
        });
        expect(backwards.reverse()).toEqual(forwards);
      }),
    );
  });

  it('gives odd multiples of 2^-53, from both words, and never an end', () => {
    const draws = new Draws(7, 0);
    for (let i = 0; i < 1000; i++) {
      const u = draws.uniform(i, 0);
      const whole = u * 2 ** 53;
      expect(Number.isInteger(whole) && whole % 2 === 1).toBe(true);
      const top = (draws.x0 >>> 6) * 2 ** 26 + (draws.x1 >>> 6);
      expect(whole).toBe(2 * top + 1);
      expect(1 - (1 - u)).toBe(u);
    }
    expect((2 ** 26 - 1) * 67108864 + (2 ** 26 - 1) + 0.5).toBe(2 ** 52 - 0.5);
  });

  it('is uniform: mean, variance, neighbours and 100 cells over 200,000 draws', () => {
    const draws = new Draws(20261122, 3);
    draws.streamKey(1, 2);
    draws.key(draws.x0, draws.x1);
    const n = 200000;
    const cells = new Float64Array(100);
    let sum = 0;
    let squares = 0;
    let products = 0;
    let before = 0.5;
    for (let i = 0; i < n; i++) {
      const u = draws.uniform(i >> 3, i & 7);
      cells[Math.floor(u * 100)]++;
      sum += u;
      squares += (u - 0.5) ** 2;
      products += (u - 0.5) * (before - 0.5);
      before = u;
    }
    const chi = cells.reduce((total, cell) => total + (cell - n / 100) ** 2 / (n / 100), 0);
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / n));
    expect(Math.abs(products / n)).toBeLessThan(4 / 12 / Math.sqrt(n));
    expect(chi).toBeGreaterThan(50);
    expect(chi).toBeLessThan(165);
  });

  it('draws exponentials with mean and variance 1', () => {
    const draws = new Draws(5, 5);
    const n = 100000;
    let least = Infinity;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const x = draws.exponential(3, i);
      least = Math.min(least, x);
      sum += x;
      squares += x * x;
    }
    expect(least).toBeGreaterThan(0);
    expect(Math.abs(sum / n - 1)).toBeLessThan(4 / Math.sqrt(n));
    expect(Math.abs(squares / n - 2)).toBeLessThan(4 * Math.sqrt(20 / n));
  });

  it('gives seeds beyond 32 bits, and their replications, streams of their own', () => {
    const seen = new Set<number>();
    const seeds = [0, 1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1, -1, -(2 ** 53) + 1];
    for (const seed of seeds) {
      for (let replication = 0; replication < 20; replication++) {
        seen.add(new Draws(seed, replication).uniform(0, 0));
      }
    }
    expect(seen.size).toBe(seeds.length * 20);
  });

  it('refuses seeds and replications it cannot keep apart', () => {
    expect(() => new Draws(2 ** 53, 0)).toThrow(RangeError);
    expect(() => new Draws(0.5, 0)).toThrow(RangeError);
    for (const replication of [-1, 2 ** 31, 1.5, NaN]) {
      expect(() => new Draws(1, replication)).toThrow(RangeError);
    }
  });
});

describe('hashText', () => {
  // Test values of FNV-1a 32 from the authors' page (Fowler, Noll & Vo).
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['b', 0xe70c2de5],
    ['foobar', 0xbf9cf968],
  ])('gives the published value for %j', (text, expected) => {
    expect(hashText(text)).toBe(expected | 0);
  });

  it('hashes any text as the bytes of its UTF-8 form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let hash = 0x811c9dc5;
        for (const byte of new TextEncoder().encode(text)) {
          hash = Math.imul(hash ^ byte, 0x01000193);
        }
        expect(hashText(text)).toBe(hash | 0);
      }),
    );
    expect(hashText('Eilidh Nic Dhòmhnaill 🏴')).not.toBe(hashText('Eilidh Nic Dhomhnaill 🏴'));
  });
});
