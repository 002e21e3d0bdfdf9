import type { Portfolio, Source } from '../portfolio/portfolio.ts';
import type { SaidBy } from '../portfolio/said.ts';

/** Something that people said, ready to be shown. Plain data. */
export interface SaidShown {
  /** Null where `asked` says who was asked. */
  who: SaidBy | null;
  asked: string;
  says: string;
  quoted: boolean;
  /** Share of those asked who agreed, 0 to 1; null where none is known. */
  agree: number | null;
  /** A year, month or day; "" where only its source says it. */
  when: string;
  source: Source | null;
  /** Names of the services, and titles of the scenarios, that it is about. */
  services: string[];
  scenarios: string[];
  notedBy: string;
}

/**
 * Return what people said: first what is about one of the scenarios shown, then
 * the rest, and last what surveys found. What is about other scenarios alone is
 * left out; `titles` names those shown.
 */
export function saidShown(
  { said, surveys, services, sources }: Portfolio,
  titles: Readonly<Record<string, string>>,
): SaidShown[] {
  const sourceOf = (id?: string) => sources.find((one) => one.id === id) ?? null;
  const told = said
    .filter(({ scenarios }) => scenarios.length === 0 || scenarios.some((id) => id in titles))
    .map((one): SaidShown => ({
      ...{ who: one.who, says: one.says, quoted: one.quoted, when: one.when },
      ...{ asked: '', agree: null, notedBy: one.notedBy },
      source: sourceOf(one.source),
      services: one.services.map((id) => services.find((of) => of.id === id)?.name ?? id),
      scenarios: one.scenarios.flatMap((id) => titles[id] ?? []),
    }));
  const found = surveys.flatMap((survey) =>
    survey.found.map(({ says, agree }): SaidShown => ({
      ...{ who: null, asked: survey.asked, says, quoted: false, agree: agree?.value ?? null },
      ...{ when: '', source: sourceOf(survey.source), services: [], scenarios: [], notedBy: '' },
    })),
  );
  const about = told.filter(({ scenarios }) => scenarios.length > 0);
  return [...about, ...told.filter((one) => !about.includes(one)), ...found];
}
