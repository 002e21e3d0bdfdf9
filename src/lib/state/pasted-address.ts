/** What a pasted address of a page of comparisons, or of one to explore, says it holds. */
export interface PastedAddress {
  /** Id of the portfolio that it is of; null where it is no address of one. */
  portfolio: string | null;
  /** True where the model is kept in somebody's browser and so cannot be reached from here. */
  isOwn: boolean;
  /** The text of `?s=`; null where there is none. */
  made: string | null;
  /** Ids of prepared scenarios. */
  prepared: string[];
}

/**
 * Read what a person pasted: a whole address, its path and question, or only what stands after
 * `s=`. Null where it is none of these.
 */
export function readPasted(text: string): PastedAddress | null {
  const pasted = text.trim();
  if (/^[\w-]{8,}$/.test(pasted)) {
    return { portfolio: null, isOwn: false, made: pasted, prepared: [] };
  }
  let url: URL;
  try {
    url = new URL(pasted, 'http://here.invalid');
  } catch {
    return null;
  }
  const path = /\/portfolio\/(own\/)?([\w-]+)\/(?:compare|explore)\/?$/.exec(url.pathname);
  if (!path) return null;
  return {
    portfolio: path[2],
    isOwn: path[1] !== undefined,
    made: url.searchParams.get('s'),
    prepared: url.searchParams
      .getAll('scenarios')
      .flatMap((ids) => ids.split(','))
      .filter((id) => id !== ''),
  };
}
