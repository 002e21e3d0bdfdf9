/** Something that wants to stand at `at` and takes up `size` around it. */
export interface Wanted {
  at: number;
  size: number;
}

/**
 * Move labels along one axis, as little as possible and without changing their
 * order, until none overlap; then keep them between `from` and `to` if they
 * fit there at all. Return the middles, in the order given.
 *
 * Neighbours that overlap become one block, placed where its members would on
 * average be (pool adjacent violators: the least squares answer).
 */
export function spreadLabels(wanted: readonly Wanted[], from: number, to: number): number[] {
  const order = wanted
    .map((_, index) => index)
    .sort((a, b) => wanted[a].at - wanted[b].at || a - b);
  const blocks: { members: number[]; start: number; size: number }[] = [];
  for (const index of order) {
    const { at, size } = wanted[index];
    let block = { members: [index], start: clamp(at - size / 2, from, to - size), size };
    let last = blocks[blocks.length - 1];
    while (last && last.start + last.size > block.start) {
      blocks.pop();
      const members = [...last.members, ...block.members];
      block = { members, ...placed(members, wanted, from, to) };
      last = blocks[blocks.length - 1];
    }
    blocks.push(block);
  }
  const middles = new Array<number>(wanted.length).fill(0);
  for (const { members, start } of blocks) {
    let edge = start;
    for (const index of members) {
      middles[index] = edge + wanted[index].size / 2;
      edge += wanted[index].size;
    }
  }
  return middles;
}

function placed(members: number[], wanted: readonly Wanted[], from: number, to: number) {
  let size = 0;
  let sum = 0;
  for (const index of members) {
    sum += wanted[index].at - wanted[index].size / 2 - size;
    size += wanted[index].size;
  }
  return { start: clamp(sum / members.length, from, to - size), size };
}

/** Within the bounds; against the first where both cannot hold. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
