import type { ListedSnapshot } from '../../snapshot/listed.ts';
import { wordsSought } from '../../snapshot/listed.ts';
import { appStore } from '../store/app-store.ts';
import { listSnapshots, searchSnapshots } from '../store/snapshots.ts';

/**
 * Return the snapshots of which a version that stands has every word of a query, what is newest
 * first; for a query without words, all of them.
 */
export async function foundSnapshots(query: string): Promise<ListedSnapshot[]> {
  const { db } = await appStore();
  const all = await listSnapshots(db);
  if (wordsSought(query).length === 0) return all;
  const found = await searchSnapshots(db, query);
  return all.filter(({ versions }) => versions.some(({ hash }) => found.has(hash)));
}
