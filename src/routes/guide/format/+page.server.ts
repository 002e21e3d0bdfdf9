import { formatSections } from '../../../content/format-reference.ts';
import { guideTexts } from '../../../content/guide-texts.ts';
import portfolioSchema from '../../../../static/schema/portfolio-1.json';
import scenarioSchema from '../../../../static/schema/scenario-1.json';
import snapshotSchema from '../../../../static/schema/snapshot-1.json';
import type { PageServerLoad } from './$types';

const sections = {
  'portfolio-keys': formatSections(portfolioSchema, 'portfolio'),
  'scenario-keys': formatSections(scenarioSchema, 'scenario'),
  'snapshot-keys': formatSections(snapshotSchema, 'snapshot'),
};

export const load: PageServerLoad = () => ({ text: guideTexts.format, sections });
