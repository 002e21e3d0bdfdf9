import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import { factAt } from './read-fact.ts';
import { named } from './resolve-roles.ts';
import type { Fact } from './commissioning.ts';
import type { Slot } from './slot.ts';

/**
 * The seven questions that partners should answer together (Audit Commission,
 * Making ends meet: partnership, 2004), in its order.
 */
export const QUESTIONS = [
  'aims',
  'activities',
  'membership',
  'running',
  'resources',
  'disputes',
  'information',
] as const;

export type Question = (typeof QUESTIONS)[number];

/** What organisations have agreed on how people pass between them. */
export interface Agreement {
  id: string;
  name: string;
  /** What it says, in a sentence. */
  says: string;
  /** The questions that it answers. */
  answers: Fact<Question[]>;
}

export interface AgreementFile {
  name?: string;
  says?: string;
  answers?: Question[];
  source?: string;
}

/** Return the agreements of the file, in its order. */
export function resolveAgreements(slot: Slot): Agreement[] {
  if (slot.absent) return [];
  return slot.entries('agreements', LIMITS.agreements).flatMap(({ id, slot: at }) => {
    if (!at.mapping(KEYS.agreement)) return [];
    const answers = at.at('answers');
    const items = answers.absent ? [] : answers.items('questions', QUESTIONS.length);
    const answered = new Set(items.flatMap((item) => item.choice(QUESTIONS) ?? []));
    return [
      {
        id,
        name: at.at('name').textOr(named(id)),
        says: at.at('says').textOr(''),
        answers: factAt(
          answers,
          QUESTIONS.filter((question) => answered.has(question)),
        ),
      },
    ];
  });
}
