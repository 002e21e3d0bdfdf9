import { catalogue } from '$lib/measures/catalogue.ts';
import { guideTexts } from '../../../content/guide-texts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  text: guideTexts.method,
  measures: Object.entries(catalogue).map(([id, entry]) => ({ id, ...entry })),
});
