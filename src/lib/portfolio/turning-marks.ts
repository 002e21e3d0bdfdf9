/**
 * Marks that nobody sees and that turn the direction of all that follows: with one of them in a title
 * “not a forecast” is shown backwards, and so are figures. Right-to-left languages do without.
 */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Return a text without them. */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, '');
}
