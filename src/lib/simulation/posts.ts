/** Posts as columns: who is in them, how full they are, when they leave. */
import type { Program } from './compile.ts';

/** The money does not pay for this post, or the contract has ended. */
export const CLOSED = 0;
export const FILLED = 1;
/** Empty, and somebody's first day is on the event list. */
export const RECRUITING = 2;
/** Empty until there is enough confirmed funding, or money, to fill it. */
export const ON_HOLD = 3;

/** An empty post that money pays for is lost to setting up, to winding down, or is vacant. */
export const NOT_LOST = 0;
export const SET_UP = 1;
export const HELD = 2;

/** Numbers kept free for a role, at least. */
const SPARE_POSTS = 8;

export interface Posts {
  /**
   * Posts of role r are numbered from `first[r]` to `last[r]`. The numbers after that, up to
   * `first[r + 1]`, are kept free, so that a scenario with some more posts numbers them alike.
   */
  first: Int32Array;
  last: Int32Array;
  role: Int32Array;
  state: Uint8Array;
  /** Has given notice: keeps people, takes nobody new. */
  notice: Uint8Array;
  /** Stays on after an unrenewed end to see people through. */
  throughOnly: Uint8Array;
  /** Nobody has been in it since its money began. */
  fresh: Uint8Array;
  /** What it counts as while it stands empty: `NOT_LOST`, `SET_UP` or `HELD`. */
  lost: Uint8Array;
  /** Share of full time. */
  share: Float64Array;
  load: Float64Array;
  room: Float64Array;
  /** Newest relationship of the worker, the head of a list; -1: none. */
  people: Int32Array;
  /** Number of the present worker in this post, from 0; counts recruitments too. */
  occupant: Int32Array;
  stamp: Int32Array;
  threshold: Float64Array;
  hazard: Float64Array;
  hazardAt: Float64Array;
  leavesAt: Float64Array;
}

function wholePosts(posts: number): number {
  return Math.ceil(posts - 1e-9);
}

export function makePosts(program: Program): Posts {
  const roles = program.layout.roles.ids.length;
  const first = new Int32Array(roles + 1);
  const last = new Int32Array(roles);
  for (let r = 0; r < roles; r++) {
    const before = wholePosts(program.before.posts[r]);
    const most = Math.max(before, wholePosts(program.after.posts[r]));
    last[r] = first[r] + most;
    first[r + 1] = first[r] + Math.max(most, before + Math.max(before, SPARE_POSTS));
  }
  const n = first[roles];
  const role = new Int32Array(n);
  for (let r = 0; r < roles; r++) role.fill(r, first[r], first[r + 1]);
  return {
    first,
    last,
    role,
    state: new Uint8Array(n),
    notice: new Uint8Array(n),
    throughOnly: new Uint8Array(n),
    fresh: new Uint8Array(n),
    lost: new Uint8Array(n),
    share: new Float64Array(n),
    load: new Float64Array(n),
    room: new Float64Array(n),
    people: new Int32Array(n),
    occupant: new Int32Array(n),
    stamp: new Int32Array(n),
    threshold: new Float64Array(n),
    hazard: new Float64Array(n),
    hazardAt: new Float64Array(n),
    leavesAt: new Float64Array(n),
  };
}
