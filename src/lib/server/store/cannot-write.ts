/** What SQLite, PostgreSQL and the file system say where nothing can be written. */
const NO_ROOM = /^(SQLITE_FULL|SQLITE_READONLY\w*|SQLITE_IOERR\w*|53100|ENOSPC|EDQUOT|EROFS)$/;

/** Whether something failed because nothing can be written: the disk is full, or may only be read. */
export function cannotWrite(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as Error & { code?: unknown };
  return (typeof code === 'string' && NO_ROOM.test(code)) || cannotWrite(cause);
}
