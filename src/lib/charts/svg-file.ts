import { sourceLine, type ChartOrigin } from './chart-origin.ts';
import { LINE, SMALL, TEXT } from './chart-sizes.ts';
import { escapeHtml } from './escape-html.ts';
import { wrapText } from './text-width.ts';

/** A drawing as a page holds it, and what stands around it there. */
export interface Drawing {
  /** What is inside its svg element. */
  inside: string;
  width: number;
  height: number;
  message: string;
  subtitle?: string;
  note?: string;
  /** What is read aloud in place of the drawing. */
  description: string;
}

const MARGIN = 20;
const HEADING = 18;
const FONT = 'Helvetica, Arial, sans-serif';

/**
 * Return a drawing as a picture that stands by itself: white ground, dark ink,
 * fonts that every machine has, the finding above it, and below it the model's
 * notice and where the numbers come from. No style sheet, no script, nothing
 * from elsewhere.
 */
export function svgFile(
  drawing: Drawing,
  origin: ChartOrigin,
): { text: string; width: number; height: number } {
  const { width, message, subtitle, note } = drawing;
  const rows: Row[] = [
    ...lines(message, width, HEADING, { bold: true }),
    ...lines(subtitle ?? '', width, TEXT, { soft: true }),
    ...lines(note ?? '', width, SMALL, { soft: true }),
  ];
  const top = MARGIN + heightOf(rows) + 10;
  const foot = [
    ...lines(origin.notice, width, SMALL, { bold: true }),
    ...lines(sourceLine(origin), width, SMALL, { soft: true }),
  ];
  const footTop = top + drawing.height + 22;
  const full = { width: width + 2 * MARGIN, height: Math.ceil(footTop + heightOf(foot) + MARGIN) };
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${full.width}" height="${full.height}" ` +
      `viewBox="0 0 ${full.width} ${full.height}" role="img" aria-labelledby="title description" ` +
      `font-family="${FONT}" font-size="${TEXT}" color="#1a1a1a">`,
    `<title id="title">${escapeHtml(message)}</title>`,
    `<desc id="description">${escapeHtml(`${aloneDescribed(drawing.description)} ${origin.notice} ${sourceLine(origin)}`)}</desc>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    written(rows, MARGIN),
    `<g transform="translate(${MARGIN} ${top})">${bare(drawing.inside)}</g>`,
    written(foot, footTop),
    '</svg>\n',
  ].join('\n');
  return { text, ...full };
}

/** Without the sentence that points to the table of its page: the file has none. */
function aloneDescribed(description: string): string {
  return description.replace(/(^|(?<=[.;!?]) )[^.]*\bstands? in the table below\./g, '').trim();
}

/** Without what only the page needs: classes, remarks, and names that the file gives by itself. */
function bare(inside: string): string {
  return inside
    .replace(/<!--.*?-->/gs, '')
    .replace(/<(title|desc)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/ class="[^"]*"/g, '')
    .replace(/ xmlns="[^"]*"/g, '')
    .trim();
}

interface Row {
  text: string;
  size: number;
  bold: boolean;
  soft: boolean;
}

function lines(
  text: string,
  width: number,
  size: number,
  { bold = false, soft = false }: { bold?: boolean; soft?: boolean },
): Row[] {
  // Bold letters are wider than those that widths are known of.
  const room = bold ? width * 0.92 : width;
  return wrapText(text, room, 20, size).map((line) => ({ text: line, size, bold, soft }));
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { size }) => sum + size + LINE - TEXT + 2, 0);
}

function written(rows: readonly Row[], top: number): string {
  let y = top;
  return rows
    .map(({ text, size, bold, soft }) => {
      y += size + LINE - TEXT + 2;
      return (
        `<text x="${MARGIN}" y="${y - 6}" font-size="${size}"${bold ? ' font-weight="700"' : ''} ` +
        `fill="${soft ? '#5e5e5e' : '#1a1a1a'}">${escapeHtml(text)}</text>`
      );
    })
    .join('\n');
}
