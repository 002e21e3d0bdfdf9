import { hasErrors } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { cosDegrees } from '../engine/elementary.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Locality, Source } from './portfolio.ts';
import { readFigure, SCENARIO_SOURCE } from './read-figure.ts';
import type { Slot } from './slot.ts';

const MINUTES_A_DAY = 1440;
/** Door to door inside one locality, where the file gives nothing. */
const MINUTES_WITHIN = 15;
/** Estimate between localities: waiting and walking, and minutes for each km straight. */
const MINUTES_TO_SET_OUT = 15;
const MINUTES_A_KM = 1.9;
const KM_A_DEGREE = 111.2;

const KINDS = ['measured', 'published', 'published-elsewhere', 'experience', 'assumption'] as const;

/** Return the sources of the file; their ids are what figures name. */
export function resolveSources(slot: Slot): Source[] {
  if (slot.absent) return [];
  const sources: Source[] = [];
  for (const { id, slot: at } of slot.entries('sources', LIMITS.sources)) {
    if (id === SCENARIO_SOURCE) at.fail('id-reserved', { id });
    if (!at.mapping(KEYS.source)) continue;
    const title = at.need('title', 'The source').textOr('');
    const kind = at.need('kind', 'The source');
    const grade = kind.absent ? null : kind.choice(KINDS);
    const source: Source = { id, title, grade: grade ?? 'assumption' };
    if (!at.at('by').absent) source.by = at.at('by').textOr('');
    if (!at.at('year').absent) source.year = at.at('year').number('a year, such as 2026') ?? 0;
    if (!at.at('url').absent) source.url = webAddress(at.at('url'));
    sources.push(source);
  }
  return sources;
}

/** Only addresses that are safe behind a link: a page shows them. */
function webAddress(slot: Slot): string {
  const text = slot.textOr('');
  if (text !== '' && !/^https?:\/\/[^\s"'<>]+$/i.test(text)) {
    slot.fail('shape-wrong', { is: 'something else', expected: 'an address, such as https://…' });
  }
  return text;
}

/** Return the localities of the file, in its order. */
export function resolveLocalities(slot: Slot): Locality[] {
  const localities: Locality[] = [];
  for (const { id, slot: at } of slot.entries('localities', LIMITS.localities)) {
    if (!at.mapping(KEYS.locality)) continue;
    const name = at.need('name', 'The locality').textOr(id);
    const people = at.need('people', 'The locality');
    const counted = people.absent ? null : readFigure(people, 'number');
    const deprived = at.at('most-deprived');
    const share = deprived.absent ? null : readFigure(deprived, 'share');
    const coordinates = at.at('at').absent ? null : readCoordinates(at.at('at'));
    if (!counted) continue;
    localities.push({
      id,
      name,
      people: counted,
      ...(share ? { mostDeprived: share } : {}),
      ...(coordinates ? { at: coordinates } : {}),
    });
  }
  return localities;
}

function readCoordinates(slot: Slot): [number, number] | null {
  const { value } = slot;
  if (!Array.isArray(value) || value.length !== 2) return slot.fail('coordinates-outside', {});
  const [latitude, longitude] = value as unknown[];
  const fits =
    typeof latitude === 'number' &&
    typeof longitude === 'number' &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180;
  return fits ? [latitude, longitude] : slot.fail('coordinates-outside', {});
}

export interface Travel {
  travel: number[][];
  travelEstimated: boolean[][];
}

/**
 * Return the days of travel between localities, both ways alike, and which are
 * estimates: 15 minutes and 1.9 more for each kilometre as the crow flies.
 */
export function resolveTravel(slot: Slot, localities: Locality[]): Travel {
  const ids = localities.map(({ id }) => id);
  const travel = ids.map(() => ids.map(() => -1));
  const travelEstimated = ids.map(() => ids.map(() => false));
  const items = slot.absent
    ? []
    : slot.items('travel times', LIMITS.localities * LIMITS.localities);
  for (const item of items) {
    if (!item.mapping(KEYS.travel)) continue;
    const [a, b] = ends(item, ids);
    const minutes = item.need('minutes', 'The travel time');
    const figure = minutes.absent ? null : minutes.number('minutes, as a plain number');
    if (!item.at('source').absent) item.at('source').reference('source', sourceIds(item));
    if (figure === null || a < 0 || b < 0) continue;
    if (figure < 0 || figure > MINUTES_A_DAY) {
      minutes.fail('shape-wrong', { is: `${figure} minutes`, expected: 'minutes of one day' });
      continue;
    }
    travel[a][b] = travel[b][a] = figure / MINUTES_A_DAY;
  }
  if (!hasErrors(slot.context.findings)) estimate(slot, localities, { travel, travelEstimated });
  return { travel, travelEstimated };
}

function sourceIds(slot: Slot): string[] {
  return [...slot.context.sources.keys()];
}

function ends(item: Slot, ids: string[]): [number, number] {
  const [between, within] = [item.at('between'), item.at('within')];
  if (!within.absent && between.absent) {
    const place = within.reference('locality', ids);
    return [place, place];
  }
  const pair = item.need('between', 'The travel time');
  if (pair.absent) return [-1, -1];
  const items = pair.items('two localities', 2);
  if (items.length !== 2) {
    if (Array.isArray(pair.value) && pair.value.length < 2) pair.wrongShape('two localities');
    return [-1, -1];
  }
  return [items[0].reference('locality', ids), items[1].reference('locality', ids)];
}

function estimate(slot: Slot, localities: Locality[], { travel, travelEstimated }: Travel): void {
  for (let a = 0; a < localities.length; a++) {
    for (let b = a; b < localities.length; b++) {
      if (travel[a][b] >= 0) continue;
      const minutes = estimatedMinutes(localities[a], localities[b]);
      if (minutes === null) {
        const path = `localities.${localities[b].id}`;
        const details = { a: localities[a].name, b: localities[b].name };
        slot.context.findings.push(makeFinding('travel-unknown', path, details));
        continue;
      }
      travel[a][b] = travel[b][a] = minutes / MINUTES_A_DAY;
      travelEstimated[a][b] = travelEstimated[b][a] = true;
    }
  }
}

function estimatedMinutes(a: Locality, b: Locality): number | null {
  if (a === b) return MINUTES_WITHIN;
  if (!a.at || !b.at) return null;
  const north = a.at[0] - b.at[0];
  const east = (a.at[1] - b.at[1]) * cosDegrees((a.at[0] + b.at[0]) / 2);
  return MINUTES_TO_SET_OUT + MINUTES_A_KM * KM_A_DEGREE * Math.sqrt(north * north + east * east);
}
