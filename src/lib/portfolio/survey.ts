import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { FigureFile } from './portfolio-file.ts';
import type { Criterion } from './portfolio.ts';
import type { Quantity } from './quantity.ts';
import { readFigure } from './read-figure.ts';
import { named } from './resolve-roles.ts';
import type { Slot } from './slot.ts';

/** What people said when they were asked. A run never depends on it. */
export interface Survey {
  id: string;
  name: string;
  /** Who was asked. */
  asked: string;
  /** How many answered, where it is known. */
  people?: Quantity;
  found: SurveyAnswer[];
  /** Id of a source. */
  source?: string;
}

/** One thing that they said. */
export interface SurveyAnswer {
  says: string;
  /** Share of those asked who agreed, where a share was published. */
  agree?: Quantity;
  /** Ids of the promises that it is about. */
  criteria: string[];
}

export interface SurveyFile {
  name?: string;
  asked: string;
  people?: FigureFile;
  found: SurveyAnswerFile[];
  source?: string;
}

export interface SurveyAnswerFile {
  says: string;
  agree?: FigureFile;
  criteria?: string[];
  source?: string;
}

/** Return the surveys of the file, in its order. */
export function resolveSurveys(slot: Slot, standards: readonly Criterion[]): Survey[] {
  if (slot.absent) return [];
  const criteria = standards.map(({ id }) => id);
  return slot.entries('surveys', LIMITS.surveys).flatMap(({ id, slot: at }) => {
    if (!at.mapping(KEYS.survey)) return [];
    const counted = at.at('people');
    const people = counted.absent ? null : readFigure(counted, 'number');
    const source = at.at('source');
    const sources = [...slot.context.sources.keys()];
    if (!source.absent) source.reference('source', sources);
    return [
      {
        id,
        name: at.at('name').textOr(named(id)),
        asked: at.need('asked', 'The survey').textOr(''),
        ...(people ? { people } : {}),
        found: at
          .need('found', 'The survey')
          .items('answers, each with says', LIMITS.surveyAnswers)
          .flatMap((item) => readAnswer(item, criteria) ?? []),
        ...(source.absent ? {} : { source: source.textOr('') }),
      },
    ];
  });
}

function readAnswer(slot: Slot, ids: string[]): SurveyAnswer | null {
  if (!slot.mapping(KEYS['survey-answer'])) return null;
  const says = slot.need('says', 'The answer').textOr('');
  const share = slot.at('agree');
  const agree = share.absent ? null : readFigure(share, 'share');
  const about = slot.at('criteria');
  const items = about.absent ? [] : about.items('ids of criteria', ids.length + 1);
  const found = items.map((item) => item.reference('criterion', ids)).filter((i) => i >= 0);
  const criteria = [...new Set(found)].map((i) => ids[i]);
  return { says, ...(agree ? { agree } : {}), criteria };
}
