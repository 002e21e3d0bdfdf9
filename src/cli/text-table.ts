/** Text in columns, for terminals and plain files. */

const LABEL_SHARE = 0.4;
const GAP = 2;

/** Break text at spaces into lines of at most `width`, each after `indent`; long words stay whole. */
export function wrapped(text: string, width: number, indent = ''): string {
  const lines = [''];
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const line = lines[lines.length - 1];
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => indent + line).join('\n');
}

/**
 * Return a table: a column of labels to the left, the others to the right of it,
 * wrapped within their columns. Line breaks in a cell are kept. Labels take
 * `labelShare` of the width.
 */
export function textTable(
  head: string[],
  rows: string[][],
  width: number,
  labelShare = LABEL_SHARE,
): string {
  const label = Math.floor(width * labelShare);
  const each = Math.floor((width - label) / Math.max(1, head.length - 1)) - GAP;
  const widths = head.map((_, i) => (i === 0 ? label : each));
  const rule = '-'.repeat(label + (each + GAP) * (head.length - 1));
  return [rowText(head, widths), rule, ...rows.map((row) => rowText(row, widths))].join('\n');
}

function rowText(cells: string[], widths: number[]): string {
  const columns = cells.map((cell, i) =>
    cell.split('\n').flatMap((part) => wrapped(part, widths[i]).split('\n')),
  );
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, i) => aligned(lines[line] ?? '', widths[i], i > 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  ).join('\n');
}

function aligned(text: string, width: number, isRight: boolean): string {
  return isRight ? text.padStart(width) : text.padEnd(width);
}
