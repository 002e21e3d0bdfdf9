import type { Drawing } from './svg-file.ts';

const PART =
  /<svg[^>]*chart-drawing--wide[^>]*viewBox="0 ([\d.]+) ([\d.]+) ([\d.]+)"[^>]*>(.*?)<\/svg>/gs;

/**
 * Return the wide drawing in the HTML of a chart, its parts together, with what is read aloud in
 * its place; null where it has none.
 */
export function drawingIn(html: string): Omit<Drawing, 'message' | 'subtitle'> | null {
  const parts = [...html.matchAll(PART)];
  if (parts.length === 0) return null;
  const inside = parts.map(([, , , , part]) => part).join('');
  const [, y, width, height] = parts[parts.length - 1];
  return {
    inside,
    width: Number(width),
    height: Number(y) + Number(height),
    note: textOf(/<p class="chart-note">(.*?)<\/p>/s.exec(html)?.[1]),
    description: textOf(/<desc[^>]*>(.*?)<\/desc>/s.exec(inside)?.[1]) ?? '',
  };
}

function textOf(html: string | undefined): string | undefined {
  return html
    ?.replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
