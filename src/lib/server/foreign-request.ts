/**
 * Whether a request that changes something came from elsewhere than our own pages. Browsers name the
 * origin of every such request, whatever its type; one without a name is not trusted either.
 */
export function isForeign(method: string, headers: Headers, origin: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return false;
  return headers.get('origin') !== origin;
}
