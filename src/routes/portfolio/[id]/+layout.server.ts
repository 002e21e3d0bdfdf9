import { modelOf } from './model-of.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params }) => {
  const { id, model } = await modelOf(params.id);
  return { id, title: model.portfolio.title, notice: model.portfolio.notice };
};
