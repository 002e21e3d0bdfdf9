const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it: nothing is read as HTML, and nothing turns the direction of a line. */
export function escapeHtml(text: string): string {
  return text.replace(/[^\P{Cc}\n]|\p{Cf}/gu, ' ').replace(/[&<>"']/g, (mark) => ENTITIES[mark]);
}
