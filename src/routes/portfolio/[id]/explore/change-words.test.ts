import { expect, test } from 'vitest';
import type { LeverSetting } from '$lib/portfolio/lever-settings.ts';
import { changeWords } from './change-words.ts';

const lever = (sets: string, unit: string): LeverSetting => ({
  ...{ kind: 'number', id: sets, ask: 'How much?', sets, nowWords: '', now: 1 },
  ...{ from: 0, to: 300_000, step: 1, unit },
});
const levers = [lever('contracts.award.pays', 'GBP per year'), lever('services.team.posts', '')];

test.each([
  [{ set: 'contracts.award.pays', to: '283500 GBP per year' }, 'How much? £283,500 per year'],
  [{ set: 'contracts.award.pays', to: '0 GBP per year' }, 'How much? £0 per year'],
  // In another unit its number would be another.
  [{ set: 'contracts.award.pays', to: '9 GBP per month' }, 'How much? 9 GBP per month'],
  [{ set: 'services.team.posts', to: 2.5 }, 'How much? 2.5'],
  [{ set: 'services.team.caseload', to: 14 }, 'team, caseload (services): 14'],
])('a change is said as its lever says it: %o', (change, said) => {
  expect(changeWords(change, levers)).toBe(said);
});
