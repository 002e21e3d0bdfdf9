import type { AddressProblem } from '$lib/state/scenario-address.ts';

/** Say why the scenario in an address cannot be opened, and what to do. */
export function addressProblemWords(problem: AddressProblem): string {
  switch (problem) {
    case 'damaged':
      return 'The scenario in this address cannot be read: part of the address is missing or changed. Ask for it again, and copy the whole of it.';
    case 'newer version':
      return 'The scenario in this address was made with a newer version of Bide than this one, and cannot be read here.';
    case 'too long':
      return 'The address is longer than any that Bide makes, so its scenario was not read.';
  }
}
