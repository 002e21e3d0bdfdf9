import { openChecks } from './checklist.ts';
import { ASSURED, DRAFT, type Post, type SnapshotText, type Status } from './snapshot.ts';

/** Why a snapshot is a draft. */
export type DraftReason =
  'no assurance' | 'assured by the analyst' | 'no approval' | 'approved by the analyst' | 'checks';

/**
 * Return why a snapshot is a draft; empty for one that is assured and approved.
 *
 * The one who assures is not the one who made the analysis (AQuA Book: "shall"), nor is the one who
 * approves; what is approved was assured before; and no check is open.
 */
export function draftReasons(
  text: Pick<SnapshotText, 'roles' | 'assurance' | 'approval' | 'checklist'>,
): DraftReason[] {
  const { analyst, assurer, approver } = text.roles;
  const reasons: DraftReason[] = [];
  if (!text.assurance || !assurer || !analyst) reasons.push('no assurance');
  else if (isSame(assurer, analyst)) reasons.push('assured by the analyst');
  if (!text.approval || !approver) reasons.push('no approval');
  else if (analyst && isSame(approver, analyst)) reasons.push('approved by the analyst');
  if (openChecks(text.checklist).length > 0) reasons.push('checks');
  return reasons;
}

/** Return the status that every page of a snapshot carries. */
export function statusOf(text: Parameters<typeof draftReasons>[0]): Status {
  return draftReasons(text).length === 0 ? ASSURED : DRAFT;
}

/** Whether two posts are one, however they are spelt. */
export function isSame(a: Post, b: Post): boolean {
  return plain(a.role) === plain(b.role) && plain(a.organisation) === plain(b.organisation);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
