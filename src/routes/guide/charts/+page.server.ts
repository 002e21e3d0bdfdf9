import { guideTexts } from '../../../content/guide-texts.ts';
import type { PageServerLoad } from './$types';
import { chartExamples } from './examples.server.ts';
import { whyExamples } from './why-examples.server.ts';

export const load: PageServerLoad = async () => {
  const [examples, why] = await Promise.all([chartExamples(), whyExamples()]);
  return { text: guideTexts.charts, examples, why };
};
