/**
 * What panels said, in a draft. A draft names their workshops only, and every version of it is kept: so
 * their words are read from the records each time, and what is taken back or held back is nowhere else.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hasCopy, panelHeading, withPanel, type Written } from '../../words/panel-in-snapshot.ts';
import type { Tables } from '../store/tables.ts';
import { recordsAbout, toldOf, type KeptRecord } from '../workshops/panels-of.ts';
import type { DraftContent, TakenPanel } from './draft-content.ts';

/** A draft with what panels say now. */
export interface WithPanels {
  content: DraftContent;
  /** Somebody took words back, they were held back, or something was written since it was saved. */
  isChanged: boolean;
  /** Headings of those of which the text has a copy by hand: nothing is ever taken back from one. */
  copied: string[];
}

const NOTHING: Written = { narrative: '', dissent: [], cannotShow: [] };

export async function draftWithPanels(
  db: Kysely<Tables>,
  content: DraftContent,
): Promise<WithPanels> {
  const records = await recordsAbout(db, content.model);
  const taken = content.panels ?? [];
  const kept = taken.flatMap(({ workshop }) => records.find(({ id }) => id === workshop) ?? []);
  const added = (text: Written, { record }: KeptRecord) => withPanel(text, record, toldOf(record));
  return {
    content: { ...content, ...kept.reduce<Written>(added, content) },
    isChanged: JSON.stringify(kept.map(markOf)) !== JSON.stringify(taken),
    copied: records
      .filter(({ record }) => hasCopy(content.narrative, record))
      .map(({ record }) => panelHeading(record)),
  };
}

/** Return the panels of some workshops as a draft names them, by what they say now. */
export async function takenPanels(
  db: Kysely<Tables>,
  model: string,
  workshops: readonly string[],
): Promise<Pick<DraftContent, 'panels'>> {
  const records = await recordsAbout(db, model);
  const kept = workshops.flatMap((workshop) => records.find(({ id }) => id === workshop) ?? []);
  return kept.length > 0 ? { panels: kept.map(markOf) } : {};
}

function markOf({ id, record }: KeptRecord): TakenPanel {
  const text = JSON.stringify(withPanel(NOTHING, record, toldOf(record)));
  return { workshop: id, hash: createHash('sha256').update(text).digest('hex') };
}
