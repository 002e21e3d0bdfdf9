/** What a panel designed, as scenarios of the portfolio that the workshop was about. */
import type { Change } from '../portfolio/portfolio.ts';
import { designChanges } from './designs.ts';
import type { WorkshopRecord } from './record.ts';

export interface DesignScenario {
  letter: string;
  title: string;
  story: string;
  changes: Change[];
}

/** Return the designs of a record as scenarios, in the order of their letters. */
export function designScenarios({ title, heldOn, rounds }: WorkshopRecord): DesignScenario[] {
  return rounds
    .flatMap(({ questions }) => questions)
    .flatMap(({ shown }) => (shown?.kind === 'designs' ? [shown] : []))
    .flatMap((shown) =>
      shown.designs.map(({ letter, settings }) => ({
        letter,
        title: `Design ${letter} of a panel`,
        story: `Designed in the workshop “${title}” on ${heldOn}. Designs have no rank, and none of them won.`,
        changes: designChanges(shown, settings),
      })),
    );
}
