import { flowOf } from '$lib/charts/flow-of.ts';
import { aboutReport, fullInWords, itemHeading, whoFills } from '$lib/documents/report-texts.ts';
import { reportOf } from '../report-of.server.ts';
import type { PageServerLoad } from './$types';

// A page to read: it needs no scripts, so it sends none.
export const csr = false;

export const load: PageServerLoad = async ({ params, url }) => {
  const shown = await reportOf(params.id, url.searchParams.getAll('scenarios'));
  const { model, report, asked, problem, results } = shown;
  return {
    about: aboutReport(report),
    sections: report.sections.map(({ title, items }) => ({
      title,
      items: items.map((item) => ({
        id: item.id,
        heading: itemHeading(item),
        full: fullInWords(item),
        blocks: item.blocks,
        toFill: item.toFill.map((one) => ({ who: whoFills(one), hint: one.hint })),
      })),
    })),
    flow: flowOf(model.portfolio),
    search: asked.length > 0 ? `?scenarios=${asked.join(',')}` : '',
    problem,
    results,
  };
};
