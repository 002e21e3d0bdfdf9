import type { World } from './world.ts';

/**
 * Return the episodes that are on the list of a service or in it, of service `s` or of all (-1):
 * by the day of their referral, and then by who the people are.
 *
 * Whatever is done to many at one instant goes in this order. The numbers of episodes would do
 * badly: they depend on everybody else who ever came and went.
 */
export function inOrderOfComing(w: World, s = -1): number[] {
  const { services } = w.program.layout;
  const found: number[] = [];
  for (let e = 0; e < w.eCount; e += w.eRow) {
    if (s >= 0 && w.eService[e] !== s) continue;
    if (w.eListed[e] === 1 || w.eBegun[e] === 1) found.push(e);
  }
  return found.sort((a, b) => {
    const [p, q] = [w.ePerson[a], w.ePerson[b]];
    return (
      w.eReferred[a >> 2] - w.eReferred[b >> 2] ||
      w.pKey0[p] - w.pKey0[q] ||
      w.pKey1[p] - w.pKey1[q] ||
      services.keys[w.eService[a]] - services.keys[w.eService[b]]
    );
  });
}
