/** The tables of workshops. */

export interface WorkshopTable {
  id: string;
  /** What people type to join; null once everything but the record is removed. */
  code: string | null;
  begun_at: string;
  /** ISO dates; see `WorkshopPlan`. */
  withdraw_until: string;
  purge_on: string;
}

/**
 * One act of one workshop. Rows are only added, until somebody takes back what they said, which
 * empties theirs, or the promised day comes, which removes them all.
 */
export interface WorkshopActTable {
  workshop: string;
  /** From 1, without gaps. */
  seq: number;
  /** What tells an act that was sent twice. */
  key: string;
  at: string;
  /** What stands for the device it came from; null for what a facilitator did. */
  device: string | null;
  /** JSON: a `Deed`. */
  deed: string;
}

/** What stays of a workshop; see `WorkshopRecord`. */
export interface WorkshopRecordTable {
  workshop: string;
  kept_at: string;
  /** JSON. */
  record: string;
}

export interface WorkshopTables {
  workshop: WorkshopTable;
  workshop_act: WorkshopActTable;
  workshop_record: WorkshopRecordTable;
}
