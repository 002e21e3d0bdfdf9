/** Most that PostgreSQL's whole numbers hold. */
const MOST = 2 ** 31 - 1;

/** Whether a version can have this number: forms say it, and may say anything. */
export function isVersionNumber(version: number): boolean {
  return Number.isInteger(version) && version > 0 && version <= MOST;
}
