import { error } from '@sveltejs/kit';
import { guideTexts } from '../../../content/guide-texts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  if (!Object.hasOwn(guideTexts, params.page)) error(404, 'The guide has no such page.');
  return { text: guideTexts[params.page] };
};
