/**
 * Return which part of a line a finding is about, in offsets from its beginning: the word, text in
 * quotes, or key that begins at a column (from 1); at least one character where there is one.
 */
export function spanOf(line: string, column: number): { from: number; to: number } {
  const from = Math.min(Math.max(0, column - 1), Math.max(0, line.length - 1));
  const rest = line.slice(from);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  const plain = /^[^,[\]{}]*?(?=\s*(?:,|\]|\}|$|\s#|:(?:\s|$)))/.exec(rest)?.[0];
  const length = (quoted ?? plain ?? '').length;
  return { from, to: Math.min(line.length, from + Math.max(1, length)) };
}
