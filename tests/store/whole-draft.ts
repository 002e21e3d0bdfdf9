import { emptyDraft, type DraftContent } from '../../src/lib/server/drafts/draft-content.ts';
import { CHECKS } from '../../src/lib/snapshot/checklist.ts';

/** A draft in which nothing is missing that a snapshot needs. */
export function wholeDraft(model: string): DraftContent {
  return {
    ...emptyDraft(model, ['as-it-is', 'thirty-six-months'], 'Longer awards'),
    slug: 'longer-awards',
    question: 'How many people lose their worker?',
    summary: 'Longer awards keep more people.',
    narrative: 'What we did.',
    limits: ['Not a forecast.'],
    reviewBy: '2028-04-01',
    commissioner: { role: 'Coordinator', organisation: 'Partnership' },
    analyst: { role: 'Planning analyst', organisation: 'Partnership' },
    checklist: Object.fromEntries(CHECKS.map(({ id }) => [id, 'Done.'])),
  };
}
