import type { World } from './world.ts';

/** List, for each contract, the roles, services and places that it pays for. */
export function addContractOwnership(w: World): void {
  const { terms } = w;
  const owned = (of: Int32Array, c: number): Int32Array => {
    const list: number[] = [];
    for (let i = 0; i < of.length; i++) if (of[i] === c) list.push(i);
    return Int32Array.from(list);
  };
  w.contractRoles = [];
  w.contractServices = [];
  w.contractPlaces = [];
  for (let c = 0; c < w.cEnds.length; c++) {
    w.contractRoles.push(owned(terms.roleContract, c));
    w.contractServices.push(owned(terms.serviceContract, c));
    w.contractPlaces.push(owned(terms.placesContract, c));
  }
}
