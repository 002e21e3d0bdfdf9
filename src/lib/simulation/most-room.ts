/** Who of a role has most room on their caseload, found without looking at all of them. */
import { FILLED, type Posts } from './posts.ts';

/**
 * For each role a tournament of its posts: a leaf is the room that is left on one caseload, a node
 * above the larger of the two below it, so that a load that changes is told to as many nodes as the
 * number of posts has binary digits.
 *
 * What seldom changes (a post filled or emptied, notice given, terms that change) is only noted:
 * the tournament of its role is played again when somebody asks next.
 */
export class MostRoom {
  /** Of role r, from `first[r]` on: nodes 1 to 2 × `leaves[r]` - 1, the winner of all at 1. */
  private readonly nodes: Float64Array;
  private readonly first: Int32Array;
  private readonly leaves: Int32Array;
  private readonly isStale: Uint8Array;

  constructor(private readonly posts: Posts) {
    const roles = posts.last.length;
    this.first = new Int32Array(roles);
    this.leaves = new Int32Array(roles);
    let used = 0;
    for (let r = 0; r < roles; r++) {
      let leaves = 1;
      while (leaves < posts.last[r] - posts.first[r]) leaves *= 2;
      this.first[r] = used;
      this.leaves[r] = leaves;
      used += 2 * leaves;
    }
    this.nodes = new Float64Array(used);
    this.isStale = new Uint8Array(roles).fill(1);
  }

  /** Something else than the load of a post in this role has changed. */
  roleChanged(role: number): void {
    this.isStale[role] = 1;
  }

  /** Everything may have changed. */
  allChanged(): void {
    this.isStale.fill(1);
  }

  /** The load of post `i` has changed. */
  loadChanged(i: number): void {
    const role = this.posts.role[i];
    if (this.isStale[role] === 0) this.tell(role, i, this.roomLeft(i));
  }

  /**
   * Return the post of the role with most room left, if that is `load` or more: the lowest-numbered
   * of equals, but not `except`; -1: none.
   */
  find(role: number, load: number, except = -1): number {
    if (this.isStale[role] === 1) this.play(role);
    if (except < 0) return this.winner(role, load);
    this.tell(role, except, -Infinity);
    const found = this.winner(role, load);
    this.tell(role, except, this.roomLeft(except));
    return found;
  }

  /** Whether any post of the role has room for `load`. */
  hasRoom(role: number, load: number): boolean {
    if (this.isStale[role] === 1) this.play(role);
    return this.nodes[this.first[role] + 1] > load - 1e-6;
  }

  private winner(role: number, load: number): number {
    const { nodes } = this;
    const first = this.first[role];
    const leaves = this.leaves[role];
    const most = nodes[first + 1];
    if (!(most > load - 1e-6)) return -1;
    let k = 1;
    while (k < leaves) {
      k *= 2;
      if (nodes[first + k] !== most) k++;
    }
    return this.posts.first[role] + k - leaves;
  }

  /** Room left for somebody new; none at all where nobody is there who takes people. */
  private roomLeft(i: number): number {
    const { state, notice, room, load } = this.posts;
    return state[i] === FILLED && notice[i] === 0 ? room[i] - load[i] : -Infinity;
  }

  private tell(role: number, i: number, left: number): void {
    const { nodes } = this;
    const first = this.first[role];
    let k = this.leaves[role] + i - this.posts.first[role];
    nodes[first + k] = left;
    while (k > 1) {
      const beside = nodes[first + (k ^ 1)];
      k >>= 1;
      left = left > beside ? left : beside;
      if (nodes[first + k] === left) return;
      nodes[first + k] = left;
    }
  }

  private play(role: number): void {
    const { nodes, posts } = this;
    const first = this.first[role];
    const leaves = this.leaves[role];
    const count = posts.last[role] - posts.first[role];
    for (let j = 0; j < leaves; j++) {
      nodes[first + leaves + j] = j < count ? this.roomLeft(posts.first[role] + j) : -Infinity;
    }
    for (let k = leaves - 1; k > 0; k--) {
      nodes[first + k] = Math.max(nodes[first + 2 * k], nodes[first + 2 * k + 1]);
    }
    this.isStale[role] = 0;
  }
}
