import type { Desk } from './desk.ts';

/** The files of the model are others than those that the page was made of. */
export class ModelChanged extends Error {
  constructor() {
    super(
      'The model was changed since this page was loaded. Load the page again: what you made is in its address.',
    );
  }
}

/**
 * Ask for a part of a page that comes after it; rejects where the server cannot be reached, and with
 * ModelChanged where it could only send a part of another model.
 */
export async function partFromServer(
  path: string,
  { textsHash }: Pick<Desk, 'textsHash'>,
  about: Record<string, string> = {},
): Promise<Response> {
  const response = await fetch(`${path}?${new URLSearchParams({ ...about, texts: textsHash })}`);
  if (response.status === 412) throw new ModelChanged();
  return response;
}
