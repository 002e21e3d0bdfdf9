/** As long as the longest answer, and not much longer. */
const LONGEST = 20_000;

/** Read what a phone sent; null where it is nothing that a phone sends. */
export function readSent(text: string): Record<string, unknown> | 'too long' | null {
  if (text.length > LONGEST) return 'too long';
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null;
  } catch {
    // Whatever it is, no phone sent it; it is told so.
    return null;
  }
}
