/** Return the search of an address with another value of one parameter; null: without it. */
export function withParameter({ search }: URL, name: string, value: string | null): string {
  const all = new URLSearchParams(search);
  if (value === null) all.delete(name);
  else all.set(name, value);
  return all.size === 0 ? '' : `?${all}`;
}
