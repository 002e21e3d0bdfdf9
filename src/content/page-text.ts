/**
 * The text of a page of the guide as plain data: read from Markdown when the
 * app is built, drawn by `src/routes/guide/Prose.svelte`.
 */
export interface PageText {
  /** The heading of level 1; empty for a part of a longer page. */
  title: string;
  /** The first paragraph after the title; empty where there is none. */
  lead: Inline[];
  blocks: Block[];
}

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; id: string; parts: Inline[] }
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | Code
  | { kind: 'table'; caption: string; head: Inline[][]; rows: Inline[][][] }
  /** A place for something that is not written but listed, by name. */
  | { kind: 'insert'; what: string };

export interface Code {
  kind: 'code';
  /** "yaml", "sh", "equation", "output"; empty where the fence names none. */
  language: string;
  /** What the fence says after the language: "at contracts.award". */
  note: string;
  text: string;
}

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; parts: Inline[] }
  | { kind: 'emphasis'; parts: Inline[] }
  | { kind: 'link'; to: string; parts: Inline[] };

/** Return the words of a line without its marks. */
export function plainText(parts: readonly Inline[]): string {
  return parts.map((part) => ('parts' in part ? plainText(part.parts) : part.text)).join('');
}
