import type { AddressProblem, Addressed } from '$lib/state/scenario-address.ts';
import { markOf, type Desk } from '../desk.ts';

/** Say why the scenarios in an address cannot be opened, and what to do. */
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

/** Say where the model or the engine is another than those that an address was made with. */
export function otherVersionWords(
  { model, engine }: Pick<Addressed, 'model' | 'engine'>,
  desk: Desk,
): string {
  const isOtherModel = model !== '' && !desk.hash.startsWith(model);
  const isOtherEngine = engine !== '' && engine !== desk.engine;
  if (!isOtherModel && !isOtherEngine) return '';
  const what = [
    isOtherModel ? `another version of this model (${model}; here it is ${markOf(desk)})` : '',
    isOtherEngine ? `another version of the engine (${engine}; here it is ${desk.engine})` : '',
  ].filter((part) => part !== '');
  const how = isOtherModel ? 'Its changes are made to the model as it is now, so the' : 'The';
  return `This was made with ${what.join(' and ')}. ${how} results may differ from what its maker saw.`;
}
