/** Whether this is what Node says of a visitor who went away in the middle of sending: of nobody else. */
export function isVisitorGone(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === 'ECONNRESET' && message === 'aborted';
}
