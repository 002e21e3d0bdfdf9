import { chances } from './chances.ts';
import type { ChartSection } from './chart-spec.ts';
import { contractEnds } from './contract-ends.ts';
import { passingOn } from './passing-on.ts';
import { endingsShown } from './endings-shown.ts';
import type { PeopleSource } from './people-source.ts';
import { reach } from './reach.ts';
import { singleFutures } from './single-futures.ts';
import { threadsShown } from './threads-shown.ts';
import { waiting } from './waiting.ts';

/**
 * Everything that the page about people shows, in order, as plain data: the
 * server draws it and makes files of it; for people's own models the browser does.
 */
export function peoplePictures(source: PeopleSource): ChartSection[] {
  return [
    threadsShown(source),
    endingsShown(source),
    chances(source),
    singleFutures(source),
    waiting(source),
    passingOn(source),
    reach(source),
    contractEnds(source),
  ];
}
