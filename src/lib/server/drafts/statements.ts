/** What an assurer or approver puts on the record of a draft: of one version, and void with the next. */
import type { Kysely } from 'kysely';
import type { Post } from '../../snapshot/snapshot.ts';
import { openChecks } from '../../snapshot/checklist.ts';
import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { hasWritten, readDraft, type DoneBy } from './drafts.ts';

export type StatementKind = 'assurance' | 'approval';

export interface DraftStatement {
  kind: StatementKind;
  version: number;
  says: string;
  limits: string;
  post: Post;
  /** ISO 8601. */
  at: string;
}

export interface Statements {
  assurance: DraftStatement | null;
  approval: DraftStatement | null;
  /** Those of earlier versions, newest first: the text was changed after them. */
  void: DraftStatement[];
}

/** Why a statement was not taken. */
export type StatementRefused =
  | 'no such draft'
  | 'changed meanwhile'
  | 'incomplete'
  | 'wrote it'
  | 'not assured'
  | 'checks are open'
  | 'said already';

/** Return what was said of the newest version, and what was said before it. */
export async function readStatements(
  db: Kysely<Tables>,
  draft: string,
  newest: number,
): Promise<Statements> {
  const rows = await db
    .selectFrom('draft_statement')
    .selectAll()
    .where('draft', '=', draft)
    .orderBy('version', 'desc')
    .execute();
  const all = rows.map(({ kind, version, says, limits, role, organisation, made_at }) => ({
    ...{ kind: kind as StatementKind, version, says, limits },
    ...{ post: { role, organisation }, at: made_at },
  }));
  const now = (kind: StatementKind) =>
    all.find((one) => one.kind === kind && one.version === newest) ?? null;
  return {
    assurance: now('assurance'),
    approval: now('approval'),
    void: all.filter(({ version }) => version !== newest),
  };
}

/**
 * Put a statement on the record; return null, or why it was not taken.
 *
 * Whoever wrote any version of a draft neither assures nor approves it; what is approved was assured,
 * with every check done; and both are of the version that they looked at.
 */
export async function sayStatement(
  store: Store,
  draft: string,
  { kind, version, says, limits, post }: Omit<DraftStatement, 'at'>,
  doing: DoneBy,
): Promise<StatementRefused | null> {
  return store.write(async (transaction) => {
    const newest = await readDraft(transaction, draft);
    if (!newest) return 'no such draft';
    if (newest.version !== version) return 'changed meanwhile';
    if ([says, post.role, post.organisation].some((text) => text.trim() === '')) {
      return 'incomplete';
    }
    if (await hasWritten(transaction, draft, doing.person)) return 'wrote it';
    const before = await readStatements(transaction, draft, version);
    if (before[kind]) return 'said already';
    if (kind === 'approval' && !before.assurance) return 'not assured';
    if (openChecks(newest.content.checklist).length > 0) return 'checks are open';
    await transaction
      .insertInto('draft_statement')
      .values({
        ...{ draft, version, kind, person: doing.person, says, limits },
        ...{ ...post, made_at: doing.at },
      })
      .execute();
    await recordAct(transaction, {
      ...{ at: doing.at, byRole: doing.byRole, act: kind === 'assurance' ? 'assured' : 'approved' },
      ...{ subject: `drafts/${draft}`, detail: { version } },
    });
    return null;
  });
}
