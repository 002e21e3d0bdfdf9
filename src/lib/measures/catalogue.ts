/** What each measure says, in plain words: for column heads, help and the guide. */
import { relationshipMeasures } from './catalogue-relationships.ts';
import { supportMeasures } from './catalogue-support.ts';
import { waitingMeasures } from './catalogue-waiting.ts';

export const catalogue = {
  ...waitingMeasures,
  ...relationshipMeasures,
  ...supportMeasures,
};

export type MeasureId = keyof typeof catalogue;
