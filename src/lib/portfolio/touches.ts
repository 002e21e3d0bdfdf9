import type { Change } from './portfolio.ts';

/** True when a change made something at or around a path. */
export function touches(change: Change, path: string): boolean {
  const target = 'set' in change ? change.set : 'add' in change ? change.add : change.remove;
  const parts = path.split('.');
  return target.split('.').every((key, i) => key === '*' || key === parts[i]);
}
