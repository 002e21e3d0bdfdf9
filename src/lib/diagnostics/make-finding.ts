import { CATALOGUE, type Catalogue, type Code } from './catalogue.ts';
import type { Entry } from './entry.ts';
import type { Finding } from './finding.ts';

/** What a kind of finding needs to be told. */
export type Details<C extends Code> = Parameters<Catalogue[C]['what']>[0];

/**
 * Return a finding of the catalogue at a path of the file. It has no line and
 * column yet: `placeFindings` adds them where positions are known.
 */
export function makeFinding<C extends Code>(
  code: C,
  path: string,
  details: Details<C>,
  offset?: number,
): Finding {
  const found = CATALOGUE[code] as unknown as Entry<Details<C>>;
  return {
    code,
    severity: found.severity,
    file: '',
    line: 0,
    column: 0,
    path,
    ...(found.atKey ? { atKey: true } : {}),
    ...(offset === undefined ? {} : { offset }),
    what: found.what(details),
    why: found.why,
    mend: found.mend(details),
  };
}
