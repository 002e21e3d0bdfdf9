import { guideTexts } from '../../../content/guide-texts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ text: guideTexts['how-it-works'] });
