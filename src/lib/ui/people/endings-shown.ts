import type { EndingCurves } from '../../comparison/summary.ts';
import { lengthOfTime } from '../../words/durations.ts';
import { NONE_BEGAN } from '../../words/endings.ts';
import type { ChartSection } from './chart-spec.ts';
import { onAwards, type PeopleSource } from './people-source.ts';
import { shortFinding } from './short-finding.ts';

const TWO_YEARS = 730.5;

/** How relationships end, by time together: the picture of how often, beside the threads. */
export function endingsShown(source: PeopleSource): ChartSection {
  const { summary } = source;
  const panels = summary.scenarios.flatMap(({ id, title, endings }) => {
    const curves =
      endings.find(({ by }) => by?.kind === 'funding') ?? endings.find(({ by }) => by === null);
    return curves ? [{ id, title, curves: drawn(curves) }] : [];
  });
  const isSplit = panels.some(({ curves }) => curves.by !== null);
  const key = onAwards(summary, 'cut-short-per-100');
  return {
    id: 'endings',
    title: 'How often relationships end, and why',
    intro:
      panels.length === 0
        ? [NONE_BEGAN]
        : ['How each relationship begun has ended, month by month, in one picture a scenario.'],
    charts:
      panels.length === 0
        ? []
        : [
            {
              kind: 'endings',
              name: 'how-relationships-end',
              props: {
                message: key
                  ? shortFinding(source, key)
                  : `How relationships end within ${lengthOfTime(TWO_YEARS)}.`,
                subtitle: `Of 100 relationships begun${isSplit ? ' in services paid by awards that end' : ''}, by months together; mean over all runs`,
                input: { panels, untilDays: TWO_YEARS },
              },
            },
          ],
  };
}

/** As sharp as a picture can show it, in half of the letters. */
function drawn(curves: EndingCurves): EndingCurves {
  return {
    ...curves,
    shares: curves.shares.map((share) => share.map((value) => Math.round(value * 1e4) / 1e4)),
  };
}
