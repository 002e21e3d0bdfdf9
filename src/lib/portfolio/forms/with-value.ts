/**
 * Return a copy of a plain object with another value at a path; what does not
 * lie on the way is shared. `undefined` takes the entry out.
 */
export function withValue(raw: unknown, path: string, value: unknown): unknown {
  if (path === '') return value;
  const [key, ...rest] = path.split('.');
  const copy: Record<string, unknown> | unknown[] = Array.isArray(raw)
    ? [...(raw as unknown[])]
    : { ...(raw as Record<string, unknown>) };
  const holder = copy as Record<string, unknown>;
  const next = withValue(holder[key], rest.join('.'), value);
  if (next !== undefined) holder[key] = next;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete holder[key];
  return copy;
}
