import { guideTexts } from '../../../content/guide-texts.ts';
import type { PageServerLoad } from './$types';
import { chartExamples } from './examples.server.ts';

export const load: PageServerLoad = async () => ({
  text: guideTexts.charts,
  examples: await chartExamples(),
});
