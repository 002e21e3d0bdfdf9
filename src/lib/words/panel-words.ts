/** What pages of results say of panels. */
import type { Panel } from '../workshop/panels.ts';
import { dateInWords } from './dates.ts';
import { inEnglish } from './join-words-english.ts';
import { rowsOf, shareInWords } from './workshop-words.ts';

/** What a panel said of a promise: the sentence, and where it is from. */
export interface PanelSaid {
  says: string;
  from: string;
}

/** What a panel ranked first: "What a panel on 9 March 2027 ranked first". */
export interface PanelFirst {
  lead: string;
  text: string;
  share: string;
  /** For where the lead is the heading: "A panel on 9 March 2027: most … chose it". */
  from: string;
}

/** Return what panels said of each promise, by its id. */
export function panelsOnPromises(panels: readonly Panel[]): Record<string, PanelSaid[]> {
  const said: Record<string, PanelSaid[]> = {};
  for (const panel of panels) {
    for (const { promise, shown } of panel.ratings) {
      (said[promise] ??= []).push({ says: ratingInWords(shown), from: whoInWords(panel) });
    }
  }
  return said;
}

function ratingInWords(shown: Panel['ratings'][number]['shown']): string {
  if (!shown) return 'Asked, and not shown: it could tell who said what.';
  const parts = rowsOf(shown, inEnglish).map(
    ({ text, share }) => `${text}: ${shareInWords(share, inEnglish)}`,
  );
  return `${parts.join('; ')}.`;
}

/** "A panel on 9 March 2027, 12 people took part: Panel in March". */
function whoInWords({ title, heldOn, tookPart }: Panel): string {
  const people = tookPart === 1 ? '1 person' : `${tookPart} people`;
  return `A panel on ${dateInWords(heldOn)}, in which ${people} took part: ${title}.`;
}

/** Return what panels ranked first, in their order. */
export function panelsRankedFirst(panels: readonly Panel[]): PanelFirst[] {
  return panels.flatMap(({ heldOn, tookPart, first }) =>
    first.map(({ by, text, share, isEqual }) => {
      const who = `panel on ${dateInWords(heldOn)}`;
      const equal = isEqual ? ', equal with others' : '';
      const did = by === 'rank' ? 'ranked first' : 'spent most tokens on';
      const chose =
        share.kind === 'count'
          ? by === 'rank'
            ? `${share.count} of the ${share.of} who answered chose it`
            : `${share.count} of the ${share.of} tokens went to it`
          : `${share.words} of the ${tookPart} who took part chose it`;
      return {
        ...{ lead: `What a ${who} ${did}${equal}`, text, share: chose },
        from: `A ${who}${equal}: ${chose}`,
      };
    }),
  );
}
