import type { By } from '../measures/measure.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { endingWords } from './endings.ts';

/** The names of what measures are split by: names.service['roads'] is "ROADS". Plain data. */
export type Names = Partial<Record<By['kind'], Record<string, string>>>;

/** Collect the names that a portfolio gives to its services, localities, promises and so on. */
export function namesOf(portfolio: Portfolio): Names {
  const roles = portfolio.services.flatMap((service) => service.roles);
  return {
    service: named(portfolio.services),
    locality: named(portfolio.localities),
    group: named(portfolio.groups),
    contract: named(portfolio.contracts),
    role: named(roles),
    stage: Object.fromEntries(
      portfolio.services.flatMap(({ id, name, pathway }) =>
        pathway.map((stage) => [`${id}.${stage.id}`, `${name}: ${stage.name}`]),
      ),
    ),
    criterion: Object.fromEntries(portfolio.standards.map(({ id, promise }) => [id, promise])),
  };
}

/** The name of what `by` points at: "ROADS", "Girvan", "funding ended", "2027-28"; null gives "". */
export function nameOf(by: By | null, names: Names): string {
  if (by === null) return '';
  const name = lookUp(by.kind, by.id, names);
  return by.within ? `${name}, ${lookUp(by.within.kind, by.within.id, names)}` : name;
}

const FUNDING: Record<string, string> = {
  awards: 'services paid by awards that end',
  recurrent: 'services paid for good',
};

/** A name may be missing when a result is older than the model: its id still says which. */
function lookUp(kind: By['kind'], id: string, names: Names): string {
  if (kind === 'reason') return endingWords(id).words;
  if (kind === 'funding') return FUNDING[id] ?? id;
  const known = names[kind]?.[id];
  return known ? known : kind === 'year' ? id : id.replaceAll('-', ' ');
}

function named(items: readonly { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(items.map(({ id, name }) => [id, name]));
}
