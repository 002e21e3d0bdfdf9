/** How far saving has come, in words: "Saved 14:02". Times are those of the reader's own clock. */

/** What is known of saving; the shape of `Saving` in the state of an own model. */
export type SavingToSay =
  | { kind: 'saved'; at: number }
  | { kind: 'unsaved'; problem: 'full' | 'blocked' | null; detail: string }
  | { kind: 'conflict' };

/** "14:02", by this machine's clock; `at` in milliseconds since 1970. */
export function clockTime(at: number): string {
  const time = new Date(at);
  return `${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}

/** "29 November 2026, 14:02". */
export function momentInWords(at: number): string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date(at));
  return `${day}, ${clockTime(at)}`;
}

/**
 * Return what a page says of saving. Never "Saved" where nothing outlives the page, nor without a
 * word where a field still holds something.
 */
export function savingInWords(saving: SavingToSay, isKept: boolean, isTyping = false): string {
  if (!isKept) {
    return 'Not saved: your browser does not keep anything. Download your file before you leave.';
  }
  switch (saving.kind) {
    case 'saved':
      return `Saved ${clockTime(saving.at)}${isTyping ? ', without what you typed last' : ''}`;
    case 'conflict':
      return 'Not saved: this model was changed in another tab';
    case 'unsaved':
      if (saving.problem === null) return 'Saving …';
      return saving.problem === 'full'
        ? 'Not saved: this browser has no room left. Download your file before you leave.'
        : 'Not saved: the browser refused. Download your file before you leave.';
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
