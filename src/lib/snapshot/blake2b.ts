/**
 * Return the BLAKE2b-512 (RFC 7693) of bytes, without a key: what minisign signs
 * in place of a file.
 */
export function blake2b512(bytes: Uint8Array): Uint8Array {
  const state = START.slice();
  // Parameter block: 64 bytes of hash, no key, one leaf.
  state[0] ^= 0x01010040n;
  const last = Math.max(0, Math.floor((bytes.length - 1) / BLOCK)) * BLOCK;
  for (let at = 0; at <= last; at += BLOCK) {
    const block = new Uint8Array(BLOCK);
    block.set(bytes.subarray(at, at + BLOCK));
    addBlock(state, block, BigInt(Math.min(bytes.length, at + BLOCK)), at === last);
  }
  const hash = new Uint8Array(64);
  const view = new DataView(hash.buffer);
  state.forEach((word, i) => view.setBigUint64(i * 8, word, true));
  return hash;
}

const BLOCK = 128;

const START = BigUint64Array.of(
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
);

/** The order in which each round takes the words of a block; rounds 10 and 11 are 0 and 1 again. */
const ORDER = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/** The four words that each step of a round mixes: columns, then diagonals. */
const STEPS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
];

/** `count` is how many bytes there were up to the end of this block. */
function addBlock(state: BigUint64Array, block: Uint8Array, count: bigint, isLast: boolean): void {
  const view = new DataView(block.buffer);
  const words = BigUint64Array.from({ length: 16 }, (_, i) => view.getBigUint64(i * 8, true));
  const v = new BigUint64Array(16);
  v.set(state);
  v.set(START, 8);
  v[12] ^= count;
  if (isLast) v[14] = ~v[14];
  for (let round = 0; round < 12; round++) {
    const order = ORDER[round % 10];
    STEPS.forEach(([a, b, c, d], step) => {
      v[a] += v[b] + words[order[step * 2]];
      v[d] = turned(v[d] ^ v[a], 32n);
      v[c] += v[d];
      v[b] = turned(v[b] ^ v[c], 24n);
      v[a] += v[b] + words[order[step * 2 + 1]];
      v[d] = turned(v[d] ^ v[a], 16n);
      v[c] += v[d];
      v[b] = turned(v[b] ^ v[c], 63n);
    });
  }
  for (let i = 0; i < 8; i++) state[i] ^= v[i] ^ v[i + 8];
}

function turned(word: bigint, by: bigint): bigint {
  return BigInt.asUintN(64, (word >> by) | (word << (64n - by)));
}
