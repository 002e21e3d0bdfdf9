import type { World } from './world.ts';

/**
 * List, for each contract, the roles, services and places that it pays for: by their keys, so that
 * what is done to all of them, and what they come to, does not hang on the order of a file.
 */
export function addContractOwnership(w: World): void {
  const { terms } = w;
  const { roles, services, places } = w.program.layout;
  const owned = (of: Int32Array, keys: Int32Array, c: number): Int32Array => {
    const list: number[] = [];
    for (let i = 0; i < of.length; i++) if (of[i] === c) list.push(i);
    return Int32Array.from(list.sort((a, b) => keys[a] - keys[b]));
  };
  w.contractRoles = [];
  w.contractServices = [];
  w.contractPlaces = [];
  for (let c = 0; c < w.cEnds.length; c++) {
    w.contractRoles.push(owned(terms.roleContract, roles.keys, c));
    w.contractServices.push(owned(terms.serviceContract, services.keys, c));
    w.contractPlaces.push(owned(terms.placesContract, places.keys, c));
  }
}
