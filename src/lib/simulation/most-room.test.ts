import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MostRoom } from './most-room.ts';
import { CLOSED, FILLED, ON_HOLD, type Posts } from './posts.ts';

/** Posts of roles of so many, with numbers kept free behind each. */
function makePosts(counts: readonly number[]): Posts {
  const first = [0];
  const last: number[] = [];
  for (const count of counts) {
    const from = first.at(-1)!;
    last.push(from + count);
    first.push(from + count + 3);
  }
  const n = first.at(-1)!;
  const role = new Int32Array(n);
  counts.forEach((_, r) => role.fill(r, first[r], first[r + 1]));
  const bytes = () => new Uint8Array(n);
  const numbers = () => new Float64Array(n);
  return {
    ...{ first: Int32Array.from(first), last: Int32Array.from(last), role },
    ...{ state: bytes(), notice: bytes(), throughOnly: bytes(), fresh: bytes(), lost: bytes() },
    ...{ share: numbers(), load: numbers(), room: numbers(), threshold: numbers() },
    ...{ hazard: numbers(), hazardAt: numbers(), leavesAt: numbers() },
    ...{ people: new Int32Array(n), occupant: new Int32Array(n), stamp: new Int32Array(n) },
  };
}

/** What the rule says, post by post. */
function findOneByOne(posts: Posts, role: number, load: number, except: number): number {
  let best = -1;
  let most = load - 1e-6;
  for (let i = posts.first[role]; i < posts.last[role]; i++) {
    const takesPeople = posts.state[i] === FILLED && posts.notice[i] === 0;
    if (i === except || !takesPeople || !(posts.room[i] - posts.load[i] > most)) continue;
    most = posts.room[i] - posts.load[i];
    best = i;
  }
  return best;
}

const step = fc.record({
  post: fc.nat(),
  change: fc.constantFrom('load', 'state', 'notice', 'room', 'all'),
  to: fc.constantFrom(0, 1, 2, 3, 5, 8, Infinity),
  asked: fc.constantFrom(0, 1, 2, 4),
  isExcepted: fc.boolean(),
});

test('whoever has most room is found as by looking at one after the other', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 });
  let found = 0;
  fc.assert(
    fc.property(counts, fc.array(step, { maxLength: 60 }), (sizes, steps) => {
      const posts = makePosts(sizes);
      posts.state.fill(FILLED);
      posts.room.fill(4);
      const mostRoom = new MostRoom(posts);
      for (const { post, change, to, asked, isExcepted } of steps) {
        const i = post % posts.role.length;
        const role = posts.role[i];
        // Numbers kept free have nobody on them.
        if (i >= posts.last[role]) continue;
        const finite = Math.min(to, 9);
        if (change === 'load') posts.load[i] = finite;
        else if (change === 'state') posts.state[i] = [CLOSED, FILLED, ON_HOLD][finite % 3];
        else if (change === 'notice') posts.notice[i] = finite % 2;
        else posts.room[i] = to;
        if (change === 'load') mostRoom.loadChanged(i);
        else if (change === 'all') mostRoom.allChanged();
        else mostRoom.roleChanged(role);

        const except = isExcepted ? i : -1;
        const expected = findOneByOne(posts, role, asked, except);
        expect(mostRoom.find(role, asked, except)).toBe(expected);
        expect(mostRoom.hasRoom(role, asked)).toBe(findOneByOne(posts, role, asked, -1) >= 0);
        if (expected >= 0) found++;
      }
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(200);
});
