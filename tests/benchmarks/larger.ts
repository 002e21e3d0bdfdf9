import type { PortfolioFile } from '../../src/lib/portfolio/portfolio-file.ts';

type Raw = Record<string, unknown>;

/**
 * The same partnership `times` as large: so many more people arrive, are there
 * today and stand in pools, and there are so many more posts, beds, places at
 * sessions and money. Its warm-up is a stated one.
 */
export function larger(raw: PortfolioFile, times: number, warmUp: string): PortfolioFile {
  const made = structuredClone(raw) as unknown as Raw;
  made['warm-up'] = warmUp;
  for (const group of each(made.groups)) {
    grow(group, 'arrive', times);
    if (group.pool) grow(group.pool as Raw, 'people', times);
  }
  for (const contract of each(made.contracts)) grow(contract, 'pays', times);
  for (const service of each(made.services)) {
    for (const role of each(service.roles)) grow(role, 'posts', times);
    for (const places of each(service.places)) {
      grow(places, 'beds', times);
      grow(places, 'budget', times);
    }
    for (const point of each(service.points)) grow(point, 'people-a-session', times);
    for (const partner of each(service.partners)) grow(partner, 'people-a-day', times);
    grow(service, 'appointments', times);
    grow(service, 'contacts', times);
    if (service.list) grow(service.list as Raw, 'at-most', times);
    for (const stage of (service.pathway ?? []) as Raw[]) {
      const today = (stage.today ?? {}) as Raw;
      for (const group of Object.keys(today)) grow(today, group, times);
    }
  }
  return made as unknown as PortfolioFile;
}

const each = (mapping: unknown): Raw[] => Object.values((mapping ?? {}) as Record<string, Raw>);

function grow(holder: Raw, key: string, times: number): void {
  if (holder[key] !== undefined) holder[key] = grown(holder[key], times);
}

/** A figure so many times as large: a number, one with its unit, or a range of them. */
function grown(figure: unknown, times: number): unknown {
  if (typeof figure === 'number') return figure * times;
  if (typeof figure === 'string') {
    return figure.replace(/^[\d.]+/, (number) => String(Number(number) * times));
  }
  if (figure === null || typeof figure !== 'object') return figure;
  const { best, low, high, ...rest } = figure as Raw;
  const parts = Object.entries({ best, low, high }).filter(([, value]) => value !== undefined);
  return {
    ...rest,
    ...Object.fromEntries(parts.map(([name, value]) => [name, grown(value, times)])),
  };
}
