/**
 * Return a text with what was typed into a plain text box, which shows every end of line alike: the
 * ends of lines that were not touched stay as they were, and new ones are like the first.
 */
export function withTyped(original: string, typed: string): string {
  const shown = shownText(original);
  const most = Math.min(shown.text.length, typed.length);
  let head = 0;
  while (head < most && shown.text[head] === typed[head]) head++;
  let tail = 0;
  while (tail < most - head && shown.text.at(-1 - tail) === typed.at(-1 - tail)) tail++;
  const newline = /\r\n|\r|\n/.exec(original)?.[0] ?? '\n';
  const come = typed.slice(head, typed.length - tail).replaceAll('\n', newline);
  const result =
    original.slice(0, shown.offsets[head]) +
    come +
    original.slice(shown.offsets[shown.text.length - tail]);
  // Where ends of lines of three kinds meet, two could become one: better all alike than that.
  const isSaid = shownText(result).text === typed;
  return isSaid ? result : typed.replaceAll('\n', newline);
}

/** A text as a text box shows it, and where each of its characters stands in the original. */
function shownText(original: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  for (let at = 0; at < original.length; at++) {
    offsets.push(at);
    const isReturn = original[at] === '\r';
    if (isReturn && original[at + 1] === '\n') at++;
    text += isReturn ? '\n' : original[at];
  }
  offsets.push(original.length);
  return { text, offsets };
}
