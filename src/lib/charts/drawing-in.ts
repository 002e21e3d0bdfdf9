import type { Drawing } from './svg-file.ts';

/** Return the wide drawing in the HTML of a chart, with what is read aloud in its place. */
export function drawingIn(html: string): Omit<Drawing, 'message' | 'subtitle'> {
  const found =
    /<svg[^>]*chart-drawing--wide[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*?)<\/svg>/s.exec(
      html,
    );
  if (!found) throw new Error('This chart has no wide drawing.');
  const [, width, height, inside] = found;
  return {
    inside,
    width: Number(width),
    height: Number(height),
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
