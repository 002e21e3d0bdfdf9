import type { Raw } from './small-portfolio.ts';

/** Ids that a portfolio gives to what it is made of. */
function idsOf(raw: Raw): Set<string> {
  const maps = ['services', 'groups', 'contracts', 'localities', 'needs'].map((key) => raw[key]);
  const services = Object.values(raw.services as Record<string, Raw>);
  const inside = services.flatMap(({ roles, points, partners }) => [roles, points, partners]);
  const criteria = Object.values((raw.standards ?? {}) as Record<string, Raw[]>).flat();
  return new Set([
    ...[...maps, ...inside].flatMap((map) => Object.keys((map ?? {}) as Raw)),
    ...criteria.map(({ id }) => String(id)),
  ]);
}

/** The same portfolio with another id, `new-` before it, for every single thing in it. */
export function renamed(raw: Raw): Raw {
  const ids = idsOf(raw);
  const fresh = (id: string) => (ids.has(id) ? `new-${id}` : id);
  const walk = (value: unknown, key = ''): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value === 'string') {
      // Words of the language that are ids here as well: "hub", "clinic", "third".
      if (key === 'sector' || key === 'kind') return value;
      // Where a partner is found: "door on Tuesday; spoke on Wednesday".
      return key === 'at' ? value.replace(/[\w-]+/g, fresh) : fresh(value);
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [fresh(name), walk(one, name)]),
    );
  };
  return walk(raw) as Raw;
}

/** Two portfolios in one file, which share nothing but rules and assumptions. */
export function sideBySide(one: Raw, other: Raw): Raw {
  const both = (key: string) => ({ ...(one[key] as Raw), ...(other[key] as Raw) });
  const standards = (one.standards ?? {}) as Record<string, unknown[]>;
  const more = (other.standards ?? {}) as Record<string, unknown[]>;
  const merged = Object.entries(standards).map(([id, list]) => [id, [...list, ...more[id]]]);
  return {
    ...one,
    localities: both('localities'),
    needs: both('needs'),
    groups: both('groups'),
    services: both('services'),
    contracts: both('contracts'),
    ...(merged.length > 0 ? { standards: Object.fromEntries(merged) } : {}),
  };
}

/** Every text that only people read, another one. */
export function retitled(raw: Raw): Raw {
  const read = new Set(['title', 'question', 'name', 'promise', 'why', 'funder']);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) =>
        read.has(key) && typeof one === 'string' ? [key, `Otherwise ${one}`] : [key, walk(one)],
      ),
    );
  };
  return walk(raw) as Raw;
}

/** Every sum of money twice as large. */
export function twiceAsDear(raw: Raw): Raw {
  return JSON.parse(
    JSON.stringify(raw).replace(/"(\d+) GBP/g, (_all, sum) => `"${2 * Number(sum)} GBP`),
  ) as Raw;
}
