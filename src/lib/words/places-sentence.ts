import { listOf, wholeNumber } from './numbers.ts';

/** What the sentence needs of a locality: is anything open there, and does it stay. */
export interface OpenPlace {
  name: string;
  openings: readonly { kind: 'point' | 'stop' }[];
}

/** "4 of 6 localities have somewhere to go; in Troon only a vehicle stops; Prestwick has nothing." */
export function placesSentence(places: readonly OpenPlace[]): string {
  if (places.length === 0) return 'No localities are given.';
  const stays = places.filter(({ openings }) => openings.some(({ kind }) => kind === 'point'));
  const stops = places.filter(
    ({ openings }) => openings.length > 0 && openings.every(({ kind }) => kind === 'stop'),
  );
  const nothing = places.filter(({ openings }) => openings.length === 0);
  const of = `${wholeNumber(stays.length)} of ${wholeNumber(places.length)}`;
  const parts = [
    `${of} localities ${stays.length === 1 ? 'has' : 'have'} somewhere to go`,
    ...(stops.length > 0 ? [`in ${names(stops)} only a vehicle stops`] : []),
    ...(nothing.length > 0
      ? [`${names(nothing)} ${nothing.length === 1 ? 'has' : 'have'} nothing`]
      : []),
  ];
  return `${parts.join('; ')}.`;
}

function names(places: readonly OpenPlace[]): string {
  return listOf(places.map(({ name }) => name));
}
