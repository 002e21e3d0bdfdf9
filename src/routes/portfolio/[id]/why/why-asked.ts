interface Listed {
  id: string;
}

/** What an address of the page asks to be looked into. */
export interface WhyAsked {
  /** As the address says it; null where it names none. */
  asked: string | null;
  /** The prepared scenario that is looked into where no other was made; null where there is none. */
  of: string | null;
  /** The measure that is shown; null: the usual one. */
  measure: string | null;
}

/** Return what an address asks for; `beside` are the prepared scenarios that stand on the page. */
export function whyAsked(
  search: URLSearchParams,
  prepared: readonly Listed[],
  beside: readonly string[],
): WhyAsked {
  const asked = search.get('of');
  const isThere = prepared.some(({ id }) => id === asked);
  return {
    asked,
    of: isThere ? asked : (beside[0] ?? prepared[0]?.id ?? null),
    measure: search.get('measure'),
  };
}
