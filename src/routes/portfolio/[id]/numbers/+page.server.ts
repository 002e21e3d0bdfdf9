import type { Grade } from '$lib/portfolio/portfolio.ts';
import { countFigures, filterFigures, listFigures } from '$lib/documents/list-figures.ts';
import { keyWords } from '$lib/words/key-words.ts';
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

/** Rows on one page, unless all are asked for: more are slow on a phone. */
const onePage = 100;

export const load: PageServerLoad = async ({ params, url }) => {
  const { model } = await modelOf(params.id);
  const figures = listFigures(model.portfolio);
  const asked = (name: string) => url.searchParams.get(name)?.slice(0, 100) || undefined;
  const filter = { text: asked('text'), part: asked('part'), grade: asked('grade') };
  const found = filterFigures(figures, filter);
  const pages = Math.max(1, Math.ceil(found.length / onePage));
  const page = asked('page') === 'all' ? null : pageAsked(asked('page'), pages);
  return {
    filter,
    total: figures.length,
    counts: countFigures(figures),
    found: found.length,
    pages,
    /** Null where all stand on one page. */
    page,
    figures: page === null ? found : found.slice((page - 1) * onePage, page * onePage),
    grades: grades.filter((grade) => figures.some((figure) => figure.grade === grade)),
    parts: [...new Set(figures.map(({ part }) => part))].map((part) => ({
      part,
      name: keyWords(part),
    })),
  };
};

/** Return the page that an address asks for, the nearest there is. */
function pageAsked(text: string | undefined, pages: number): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) ? Math.min(Math.max(1, number), pages) : 1;
}
