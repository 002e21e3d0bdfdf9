import { templateReason } from '$lib/documents/word-template.ts';
import { foundSnapshots } from '$lib/server/publishing/found-snapshots.ts';
import { isAltered } from '$lib/snapshot/listed.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const problem = url.searchParams.get('problem');
  const all = await foundSnapshots('');
  return {
    problem:
      problem === 'gone'
        ? 'That version is not published here, or no more.'
        : (templateReason(problem) ?? ''),
    isAboutFile: problem !== 'gone',
    chosen: url.searchParams.get('version') ?? '',
    versions: all.flatMap(({ versions }) =>
      versions.flatMap((one) =>
        one.kind === 'snapshot' && !isAltered(one)
          ? [{ hash: one.hash, words: `${one.about.title}, version ${one.number}` }]
          : [],
      ),
    ),
  };
};
