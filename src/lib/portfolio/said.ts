import { readByWhom, readWhen } from './by-whom.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Slot } from './slot.ts';

export const SAID_BY = ['panel', 'people supported', 'families', 'workers'] as const;

export type SaidBy = (typeof SAID_BY)[number];

/** What somebody said that no number shows. A run never depends on it. */
export interface Said {
  who: SaidBy;
  says: string;
  /** True where these are their own words, and they agreed to be quoted. */
  quoted: boolean;
  /** A year, month or day: "2022", "2022-11", "2022-11-04". */
  when: string;
  /** Id of a source. */
  source: string;
  /** Ids of the services and scenarios that it is about; none: the whole. */
  services: string[];
  scenarios: string[];
  /** Who wrote it down, by role. */
  notedBy: string;
}

export interface SaidFile {
  who: SaidBy;
  says: string;
  quoted?: boolean;
  when: string;
  source: string;
  services?: string[];
  scenarios?: string[];
  'noted-by'?: string;
}

/**
 * Return what people said, in the order of the file. Which scenarios there are
 * is not known here: `readModel` finds names of none.
 */
export function resolveSaid(slot: Slot, services: readonly string[]): Said[] {
  if (slot.absent) return [];
  const items = slot.items('what people said, each with who and says', LIMITS.said);
  return items.flatMap((item) => readSaid(item, services) ?? []);
}

function readSaid(slot: Slot, services: readonly string[]): Said | null {
  if (!slot.mapping(KEYS.said)) return null;
  const of = 'The entry';
  const by = slot.need('who', of);
  const who = by.absent ? null : by.choice(SAID_BY);
  const from = slot.need('source', of);
  if (!from.absent) from.reference('source', [...slot.context.sources.keys()]);
  const about = slot.at('services');
  const named = about.absent ? [] : about.items('ids of services', LIMITS.services);
  const indexes = named.map((item) => item.reference('service', services));
  const scenarios = slot.at('scenarios');
  if (!who) return null;
  return {
    who,
    says: slot.need('says', of).textOr(''),
    quoted: slot.at('quoted').flag(),
    when: readWhen(slot.need('when', of)),
    source: from.textOr(''),
    services: indexes.flatMap((index) => (index < 0 ? [] : [services[index]])),
    scenarios: scenarios.absent
      ? []
      : scenarios.items('ids of scenarios', LIMITS.scenarios).map((item) => item.textOr('')),
    notedBy: readByWhom(slot.at('noted-by')),
  };
}
