import { freeze, type Frozen } from '$lib/snapshot/freeze.ts';
import type { Snapshot, Version } from '$lib/snapshot/snapshot.ts';
import { wholeText } from './text.ts';

const first: Version = { number: 1, kind: 'first', why: '', previous: null };

/** As little of a snapshot as can be read again: a whole text, and nothing that was worked out. */
export function littleSnapshot(version = first): Frozen<Snapshot> {
  const results = { summary: { portfolio: { notice: '' }, scenarios: [] }, principles: [] };
  return freeze({
    text: wholeText(),
    version,
    published: '2027-03-09',
    engine: '0.0.0+test',
    inputs: { model: 'little', portfolio: '', scenarios: [], edits: [] },
    run: { seed: 1, replications: 2, draws: 0, scenarios: [] },
    results: results as unknown as Snapshot['results'],
    assumptions: [],
  });
}
