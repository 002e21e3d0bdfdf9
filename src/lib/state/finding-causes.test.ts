import { expect, test } from 'vitest';
import type { Finding } from '../diagnostics/finding.ts';
import type { Change } from '../portfolio/portfolio.ts';
import { FindingCauses } from './finding-causes.ts';

const term: Change = { set: 'contracts.*.term', to: '96 months' };
const posts: Change = { set: 'services.team.roles.worker.posts', to: 9 };
const pay: Change = { set: 'contracts.team.pays', to: '1 GBP per year' };

const found = (path: string): Finding => ({
  ...{ code: 'x', severity: 'warning', file: '', line: 0, column: 0, path },
  ...{ what: 'It does not fit.', why: '', mend: '' },
});

test('a finding comes from the change it names', () => {
  expect(new FindingCauses().of(found('changes.1.to'), [term, posts])).toEqual([posts]);
});

test('a finding comes from the changes at its place', () => {
  const causes = new FindingCauses();
  expect(causes.of(found('contracts.team.term'), [term, posts])).toEqual([term]);
});

test('a finding elsewhere comes from what was changed since it was not there', () => {
  const causes = new FindingCauses();
  const above = found('contracts.team.costs');
  const first = [term, pay];
  causes.record(first, []);
  expect(causes.of(above, [term, pay, posts])).toEqual([posts]);
  causes.record([term, pay, posts], [above]);
  expect(causes.of(above, [term, pay, posts]), 'and still does').toEqual([posts]);
});

test('where nothing is known nobody is blamed', () => {
  expect(new FindingCauses().of(found('elsewhere'), [term, posts])).toEqual([]);
});
