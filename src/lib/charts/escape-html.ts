const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as HTML and SVG show it: nothing is read as markup, nothing turns the direction of a line, and
 * no control character is left, which XML may not hold.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[^\P{Cc}\n]|\p{Cf}/gu, ' ').replace(/[&<>"']/g, (mark) => ENTITIES[mark]);
}
