import { resolve } from '$app/paths';
import type { PortfolioFile } from '$lib/portfolio/portfolio-file.ts';
import type { Desk } from './desk.ts';
import { ModelChanged, partFromServer } from './part-from-server.ts';

/** Fetch the file of a shipped model, as it was when the page was made. */
export async function modelFromServer(
  desk: Pick<Desk, 'id' | 'textsHash'>,
): Promise<PortfolioFile> {
  const path = resolve('/portfolio/[id]/model.json', { id: desk.id });
  const response = await partFromServer(path, desk).catch((cause: unknown) => {
    if (cause instanceof ModelChanged) throw cause;
    throw new Error(
      'The model could not be fetched: the network is not there, or the server is not.',
      { cause },
    );
  });
  if (!response.ok) throw new Error('The server could not send the model. Try again in a moment.');
  return (await response.json()) as PortfolioFile;
}
