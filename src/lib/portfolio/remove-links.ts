import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';

type Mapping = Record<string, unknown>;

/**
 * Let every link to a service that was removed lead out of support, and every
 * group that turned to it turn to nobody. Changes the portfolio in place and
 * returns a note for each; `at` is the path of the change that removed it.
 */
export function removeLinksTo(top: unknown, service: string, at: string): Finding[] {
  const findings: Finding[] = [];
  const note = (from: string, now: string) => {
    findings.push(makeFinding('link-removed', at, { from, service, now }));
  };
  for (const [id, group] of entriesOf(inside(top, 'groups'))) {
    const turns = inside(group, 'turn-to');
    if (!isMapping(turns) || !Object.hasOwn(turns, service)) continue;
    delete turns[service];
    note(`The group “${id}”`, 'this share turns to nobody');
  }
  for (const [id, other] of entriesOf(inside(top, 'services'))) {
    const from = `The service “${id}”`;
    for (const stage of listOf(inside(other, 'pathway'))) {
      for (const link of listOf(inside(stage, 'then'))) {
        if (inside(link, 'to') !== service) continue;
        (link as Mapping).to = 'out';
        note(from, 'these people go out of support');
      }
      if (dropLinks(inside(stage, 'refers'), service)) note(from, 'the referral is not made');
    }
    if (dropLinks(inside(other, 'a-contact-leads-to'), service)) {
      note(from, 'the contact leads nowhere else');
    }
  }
  for (const [, criteria] of entriesOf(inside(top, 'standards'))) {
    for (const criterion of listOf(criteria)) {
      if (inside(criterion, 'independent-of') !== service) continue;
      delete (criterion as Mapping)['independent-of'];
      note('A criterion of the standards', 'anybody counts as independent of it');
    }
  }
  for (const said of listOf(inside(top, 'said'))) {
    const about = inside(said, 'services');
    if (!Array.isArray(about) || !about.includes(service)) continue;
    (said as Mapping).services = about.filter((id) => id !== service);
  }
  return findings;
}

/** Let nobody of a group that was removed be on today's caseloads and lists. Changes the portfolio in place. */
export function removeFromToday(top: unknown, group: string): void {
  for (const [, service] of entriesOf(inside(top, 'services'))) {
    const stages = listOf(inside(service, 'pathway'));
    const places = [inside(service, 'waiting-today'), ...stages.map((s) => inside(s, 'today'))];
    for (const people of places) if (isMapping(people)) delete people[group];
  }
}

/** Take the links to a service out of a list; true when there were any. */
function dropLinks(links: unknown, service: string): boolean {
  let dropped = false;
  if (!Array.isArray(links)) return false;
  for (let i = links.length - 1; i >= 0; i--) {
    if (inside(links[i], 'to') !== service) continue;
    links.splice(i, 1);
    dropped = true;
  }
  return dropped;
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inside(value: unknown, key: string): unknown {
  return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return isMapping(value) ? Object.entries(value) : [];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
