import { keysOf } from '../portfolio/keys-of.ts';
import { CHECKS } from './checklist.ts';
import type { RoleId } from './snapshot.ts';

/** The keys of every mapping in `snapshot.yaml`; a test checks them against the JSON Schema. */
export const SNAPSHOT_KEYS = {
  snapshot: [
    'bide-snapshot',
    'slug',
    'title',
    'question',
    'summary',
    'ranked-first',
    'narrative',
    'not-chosen',
    'dissent',
    'cannot-show',
    'limits',
    'charts',
    'review-by',
    'roles',
    'assurance',
    'approval',
    'checks-done',
    'checklist',
    'decision',
    'not-personal-data',
  ],
  'not-chosen-option': ['option', 'why'],
  said: ['says', 'from'],
  post: ['role', 'organisation'],
  roles: keysOf<Record<RoleId, true>>({
    commissioner: true,
    analyst: true,
    assurer: true,
    approver: true,
  }),
  statement: ['says', 'date', 'limits'],
  checklist: CHECKS.map(({ id }) => id) as readonly string[],
} satisfies Record<string, readonly string[]>;
