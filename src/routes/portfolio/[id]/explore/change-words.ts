import type { Change } from '$lib/portfolio/portfolio.ts';
import type { LeverSetting } from '$lib/portfolio/lever-settings.ts';

/** Say what a change does: by its lever where it has one, else by the place in the file. */
export function changeWords(change: Change, levers: readonly LeverSetting[]): string {
  if ('set' in change) {
    const lever = levers.find(({ sets }) => sets === change.set);
    const to = valueWords(change.to);
    return lever ? `${lever.ask} ${to}` : `${placeWords(change.set)}: ${to}`;
  }
  return 'remove' in change
    ? `Without ${placeWords(change.remove)}`
    : `With ${placeWords(change.add)} added`;
}

/** "283500 GBP per year": what a change sets, as it writes it. */
export function valueWords(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'object' && value !== null && 'best' in value) return String(value.best);
  return 'as the scenario says';
}

/** "services.outreach-vehicle" is "outreach vehicle (services)". */
function placeWords(path: string): string {
  const keys = path.split('.').map((key) => (key === '*' ? 'all' : key.replaceAll('-', ' ')));
  const [part, ...rest] = keys;
  return rest.length > 0 ? `${rest.join(', ')} (${part})` : part;
}
