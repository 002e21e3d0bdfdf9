import inShort from './method/in-short.md';
import leftOut from './method/left-out.md';
import { plainText, type Block } from './page-text.ts';

/** The method in a few lines, in the very words of its page: for reports of a run. */
export interface MethodInShort {
  /** What happens to people, workers and contracts. */
  happens: string[];
  /** How it is worked out: the algorithms. */
  workedOut: string[];
  /** How chance is drawn. */
  chance: string[];
  /** How events are handled. */
  events: string[];
  /** What the method leaves out, and why. */
  leftOut: string[];
}

/** Return the lines of the method page's own summary, and of what it leaves out. */
export function methodInShort(): MethodInShort {
  const under = (heading: string) => linesUnder(inShort.blocks, `in-short-${heading}`);
  return {
    happens: under('what-happens'),
    workedOut: under('worked-out'),
    chance: under('chance'),
    events: under('events'),
    leftOut: linesUnder(leftOut.blocks, 'what-is-left-out-and-why'),
  };
}

/** Every item of the list that follows a heading. Throws where there is no such list. */
function linesUnder(blocks: readonly Block[], heading: string): string[] {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.id === heading);
  const list = blocks.slice(at + 1).find((block) => block.kind === 'list');
  if (at < 0 || !list) throw new Error(`The method page has no list under #${heading}.`);
  return list.items.map((item) =>
    item.map((block) => ('parts' in block ? plainText(block.parts) : '')).join(' '),
  );
}
