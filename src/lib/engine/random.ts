/**
 * Random numbers that depend on who they are for and on nothing else.
 *
 * Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror & Shaw, "Parallel random
 * numbers: as easy as 1, 2, 3", SC11) turns a key and a counter of two 32-bit
 * words each into two random words. There is no state to carry along: the same
 * key and counter give the same words in any order of work, on any machine.
 */
import { log } from './fdlibm.ts';

const PARITY = 0x1bd11bda;

/**
 * Encrypt the counter (c0, c1) under the key (k0, k1) into out[0] and out[1].
 *
 * Words are taken modulo 2^32 and come out as signed 32-bit integers. For a
 * given key the map from counters to outputs is one to one.
 */
export function threefry(k0: number, k1: number, c0: number, c1: number, out: Int32Array): void {
  k0 = k0 | 0;
  k1 = k1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  let a = (c0 + k0) | 0;
  let b = (c1 + k1) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 1) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 2) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0;
  b = (b + k1 + 3) | 0;
  a = (a + b) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k1) | 0;
  b = (b + k2 + 4) | 0;
  a = (a + b) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k2) | 0;
  b = (b + k0 + 5) | 0;
  out[0] = a;
  out[1] = b;
}

/**
 * Encrypt two counters (a0, a1) and (b0, b1) under one key into out[0] to out[3].
 *
 * The same words as from two calls of `threefry`, in little more than the time of one: a round
 * waits for the round before, and the two counters' rounds need not wait for each other.
 */
export function threefryPair(
  k0: number,
  k1: number,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
  out: Int32Array,
): void {
  k0 = k0 | 0;
  k1 = k1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  let a = (a0 + k0) | 0;
  let b = (a1 + k1) | 0;
  let c = (b0 + k0) | 0;
  let d = (b1 + k1) | 0;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  d = ((d << 13) | (d >>> 19)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  d = ((d << 15) | (d >>> 17)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  d = ((d << 26) | (d >>> 6)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  d = ((d << 6) | (d >>> 26)) ^ c;
  a = (a + k1) | 0;
  c = (c + k1) | 0;
  b = (b + k2 + 1) | 0;
  d = (d + k2 + 1) | 0;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  d = ((d << 17) | (d >>> 15)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  d = ((d << 29) | (d >>> 3)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  d = ((d << 16) | (d >>> 16)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  d = ((d << 24) | (d >>> 8)) ^ c;
  a = (a + k2) | 0;
  c = (c + k2) | 0;
  b = (b + k0 + 2) | 0;
  d = (d + k0 + 2) | 0;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  d = ((d << 13) | (d >>> 19)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  d = ((d << 15) | (d >>> 17)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  d = ((d << 26) | (d >>> 6)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  d = ((d << 6) | (d >>> 26)) ^ c;
  a = (a + k0) | 0;
  c = (c + k0) | 0;
  b = (b + k1 + 3) | 0;
  d = (d + k1 + 3) | 0;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 17) | (b >>> 15)) ^ a;
  d = ((d << 17) | (d >>> 15)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 29) | (b >>> 3)) ^ a;
  d = ((d << 29) | (d >>> 3)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 16) | (b >>> 16)) ^ a;
  d = ((d << 16) | (d >>> 16)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 24) | (b >>> 8)) ^ a;
  d = ((d << 24) | (d >>> 8)) ^ c;
  a = (a + k1) | 0;
  c = (c + k1) | 0;
  b = (b + k2 + 4) | 0;
  d = (d + k2 + 4) | 0;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 13) | (b >>> 19)) ^ a;
  d = ((d << 13) | (d >>> 19)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 15) | (b >>> 17)) ^ a;
  d = ((d << 15) | (d >>> 17)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 26) | (b >>> 6)) ^ a;
  d = ((d << 26) | (d >>> 6)) ^ c;
  a = (a + b) | 0;
  c = (c + d) | 0;
  b = ((b << 6) | (b >>> 26)) ^ a;
  d = ((d << 6) | (d >>> 26)) ^ c;
  a = (a + k2) | 0;
  c = (c + k2) | 0;
  b = (b + k0 + 5) | 0;
  d = (d + k0 + 5) | 0;
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/**
 * Draws for one replication, addressed by stream key and counter.
 *
 * `streamKey` derives a stream's key, `key` selects it, and every draw names
 * its place (c0, c1) in that stream. Drawing allocates nothing and changes no
 * state but `x0` and `x1`, so the order of draws cannot matter.
 *
 * `seed` is any safe integer, `replication` an integer from 0 to 2^31 - 1. A
 * seed of 32 bits makes the key (seed, replication) as it is. For others the
 * key is threefry(key = (low word, high word), counter = (replication, 0)), so
 * replications of one seed never share a key and seeds do only by a chance of
 * 2^-64. Throws RangeError for other numbers.
 */
export class Draws {
  private readonly words = new Int32Array(2);
  private readonly fourWords = new Int32Array(4);
  private readonly root = new Int32Array(2);
  private k0 = 0;
  private k1 = 0;

  constructor(seed: number, replication: number) {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`Seed ${seed} is not a safe integer.`);
    if (!(replication >= 0 && replication < 2147483648 && Number.isInteger(replication))) {
      throw new RangeError(`Replication ${replication} is not an integer from 0 to 2^31 - 1.`);
    }
    const high = Math.floor(seed / 4294967296);
    if (high === 0) {
      this.root[0] = seed;
      this.root[1] = replication;
    } else {
      threefry(seed, high, replication, 0, this.root);
    }
    this.key(this.root[0], this.root[1]);
  }

  /** The first word of the latest `block`, `streamKey` or draw: a signed 32-bit integer. */
  get x0(): number {
    return this.words[0];
  }

  /** The second word of the latest `block`, `streamKey` or draw. */
  get x1(): number {
    return this.words[1];
  }

  /** Select the stream whose key is (k0, k1), taken modulo 2^32. */
  key(k0: number, k1: number): void {
    this.k0 = k0 | 0;
    this.k1 = k1 | 0;
  }

  /**
   * Fill x0 and x1 with the key of stream (kind, index) of this seed and
   * replication: threefry under the root key. The selected stream stays.
   */
  streamKey(kind: number, index: number): void {
    threefry(this.root[0], this.root[1], kind, index, this.words);
  }

  /** Fill x0 and x1 with the two random words at (c0, c1) of the selected stream. */
  block(c0: number, c1: number): void {
    threefry(this.k0, this.k1, c0, c1, this.words);
  }

  /**
   * Return the uniform number at (c0, c1): an odd multiple of 2^-53.
   *
   * It lies in the open interval (0, 1), never nearer to an end than 2^-53,
   * and 1 minus it is exact. Both words go into its 52 random bits.
   */
  uniform(c0: number, c1: number): number {
    threefry(this.k0, this.k1, c0, c1, this.words);
    return ((this.words[0] >>> 6) * 67108864 + (this.words[1] >>> 6) + 0.5) * 2.220446049250313e-16;
  }

  /**
   * Fill `into[0]` and `into[1]` with the uniform numbers at (a0, a1) and (b0, b1): the bits that
   * `uniform` gives, sooner.
   */
  uniformPair(a0: number, a1: number, b0: number, b1: number, into: Float64Array): void {
    const words = this.fourWords;
    threefryPair(this.k0, this.k1, a0, a1, b0, b1, words);
    into[0] = ((words[0] >>> 6) * 67108864 + (words[1] >>> 6) + 0.5) * 2.220446049250313e-16;
    into[1] = ((words[2] >>> 6) * 67108864 + (words[3] >>> 6) + 0.5) * 2.220446049250313e-16;
  }

  /** Return the unit exponential at (c0, c1), -log(uniform): from 1e-16 to 36.8, mean 1. */
  exponential(c0: number, c1: number): number {
    return -log(this.uniform(c0, c1));
  }
}

/**
 * Return the FNV-1a hash of a text as a signed 32-bit integer, for stable ids.
 *
 * The text is taken as UTF-8 (a lone surrogate as three bytes) and as it is:
 * composed and decomposed accents differ. Two ids share a hash with a chance
 * of 2^-32, so whoever keys by it must check its own ids for that.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point < 0x80) {
      hash = mix(hash, point);
      continue;
    }
    if (point < 0x800) {
      hash = mix(hash, 0xc0 | (point >> 6));
    } else {
      if (point < 0x10000) {
        hash = mix(hash, 0xe0 | (point >> 12));
      } else {
        i += 1;
        hash = mix(hash, 0xf0 | (point >> 18));
        hash = mix(hash, 0x80 | ((point >> 12) & 0x3f));
      }
      hash = mix(hash, 0x80 | ((point >> 6) & 0x3f));
    }
    hash = mix(hash, 0x80 | (point & 0x3f));
  }
  return hash;
}

function mix(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}
