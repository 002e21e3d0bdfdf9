/** The tables of what is not published yet. */

export interface DraftTable {
  id: string;
  begun_at: string;
  /** The run that publishes it, or did last; null where it never was. */
  job: string | null;
}

/** One version of a draft. Nothing is overwritten: saving adds a row. */
export interface DraftVersionTable {
  draft: string;
  /** From 1, without gaps. */
  version: number;
  /** JSON: see `DraftContent`. */
  content: string;
  /** The id of the account that saved it, which says nothing about anybody. */
  person: string;
  by_role: string;
  why: string;
  saved_at: string;
  restores: number | null;
}

/** What an assurer or approver said of one version; it holds for that one and no later. */
export interface DraftStatementTable {
  draft: string;
  version: number;
  kind: string;
  person: string;
  says: string;
  limits: string;
  /** Their job, and where: never a name. */
  role: string;
  organisation: string;
  made_at: string;
}

export interface DraftTables {
  draft: DraftTable;
  draft_version: DraftVersionTable;
  draft_statement: DraftStatementTable;
}
