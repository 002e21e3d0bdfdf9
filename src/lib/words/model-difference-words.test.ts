import { expect, test } from 'vitest';
import type { ModelDifference } from '../portfolio/model-differences.ts';
import { differenceInWords } from './model-difference-words.ts';

const model = {
  services: {
    hub: {
      name: 'The hub',
      roles: { worker: { caseload: 20 } },
      pathway: [{ stage: 'First step', lasts: { mean: '12 weeks' } }],
    },
  },
  contracts: { award: { pays: '80000 GBP per year' } },
};

test.each<
  [Omit<ModelDifference, 'kind'> & { kind?: ModelDifference['kind'] }, string, string, string]
>([
  [
    { path: 'services.hub.roles.worker.caseload', before: 20, after: { best: 15, low: 10 } },
    'Services: The hub: Roles: Worker: Caseload of a full-time post',
    '20',
    'best 15, low 10',
  ],
  [
    { path: 'services.hub.pathway.first-step.lasts.mean', before: '12 weeks', after: '9 weeks' },
    'Services: The hub: Pathway: First step: How long it lasts: Mean',
    '12 weeks',
    '9 weeks',
  ],
  [
    { path: 'contracts.award.pays', before: '80000 GBP per year', after: '90000 GBP per year' },
    'Contracts: Award: Money',
    '£80,000 per year',
    '£90,000 per year',
  ],
  [
    { path: 'services.hub', kind: 'removed', before: model.services.hub, after: undefined },
    'Services: The hub',
    'The hub',
    'not there',
  ],
  [
    { path: 'services.hub.pilot', kind: 'added', before: undefined, after: true },
    'Services: The hub: Pilot',
    'not there',
    'yes',
  ],
])('%o', (difference, where, before, after) => {
  const told = differenceInWords({ kind: 'changed', ...difference }, model, model);
  expect(told).toEqual({ where, before, after });
});
