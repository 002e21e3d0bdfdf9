import type { Change } from '$lib/portfolio/portfolio.ts';
import type { LeverSetting } from '$lib/portfolio/lever-settings.ts';
import { leverValue } from '$lib/words/lever-words.ts';
import { readTyped } from './lever-number.ts';

/** Say what a change does: by its lever where it has one, else by the place in the file. */
export function changeWords(change: Change, levers: readonly LeverSetting[]): string {
  if ('set' in change) {
    const lever = levers.find(({ sets }) => sets === change.set);
    if (!lever) return `${placeWords(change.set)}: ${valueWords(change.to)}`;
    return `${lever.ask} ${leverSet(lever, change.to)}`;
  }
  return 'remove' in change
    ? `Without ${placeWords(change.remove)}`
    : `With ${placeWords(change.add)} added`;
}

/** "£283,500 per year": what a lever was set to, as the lever says it where it is in its unit. */
function leverSet(lever: LeverSetting, to: unknown): string {
  if (lever.kind !== 'number') return valueWords(to);
  const number = typeof to === 'number' ? to : readTyped(String(to), lever.unit);
  const isInUnit = typeof to === 'number' ? lever.unit === '' : Number.isFinite(number);
  return isInUnit ? leverValue(lever, number) : valueWords(to);
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
