import { resolve } from '$app/paths';
import type { PortfolioFile } from '$lib/portfolio/portfolio-file.ts';

/** Fetch the file of a shipped model. */
export async function modelFromServer(id: string): Promise<PortfolioFile> {
  const lost = 'The model could not be fetched: the network is not there, or the server is not.';
  const path = resolve('/portfolio/[id]/model.json', { id });
  const response = await fetch(path).catch((cause: unknown) => {
    throw new Error(lost, { cause });
  });
  if (!response.ok) throw new Error(lost);
  return (await response.json()) as PortfolioFile;
}
