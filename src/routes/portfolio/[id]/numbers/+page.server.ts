import type { Grade } from '$lib/portfolio/portfolio.ts';
import { filterFigures, listFigures } from '$lib/server/list-figures.ts';
import { keyWords } from '$lib/server/key-words.ts';
import { modelOf } from '../model-of.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

const grades: Grade[] = [
  'measured',
  'published',
  'published-elsewhere',
  'experience',
  'assumption',
];

export const load: PageServerLoad = async ({ params, url }) => {
  const { model } = await modelOf(params.id);
  const figures = listFigures(model.portfolio);
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 100) || undefined;
  const filter = { text: asked('text'), part: asked('part'), grade: asked('grade') };
  return {
    filter,
    total: figures.length,
    figures: filterFigures(figures, filter),
    grades: grades.filter((grade) => figures.some((figure) => figure.grade === grade)),
    parts: [...new Set(figures.map(({ part }) => part))].map((part) => ({
      part,
      name: keyWords(part),
    })),
  };
};
