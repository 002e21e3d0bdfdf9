import { expect, it } from 'vitest';
import type { By } from '../measures/measure.ts';
import { AWARDS, isOfAwards, ofAllServices, ofAwards, whichServices } from './which-services.ts';

const reason: By = { kind: 'reason', id: 'funding-ended' };
const housing: By = { kind: 'criterion', id: 'housing' };

it('finds the part paid by awards, and the whole again', () => {
  const whole = { id: 'cut-short-per-100', by: null };
  const ended = { id: 'ended-by', by: reason };
  expect(ofAwards(whole)).toEqual({ id: 'cut-short-per-100', by: AWARDS });
  expect(ofAwards(ended)?.by).toEqual({ ...reason, within: AWARDS });
  expect(ofAwards({ id: 'criterion-reached', by: housing })).toBeNull();
  for (const measure of [whole, ended]) {
    const awards = ofAwards(measure);
    expect(awards && ofAllServices(awards)).toEqual(measure);
    expect(awards && isOfAwards(awards)).toBe(true);
    expect(isOfAwards(measure)).toBe(false);
  }
  const within: By = { ...housing, within: { kind: 'locality', id: 'girvan' } };
  expect(ofAllServices({ id: 'criterion-reached', by: within }).by).toEqual(within);
});

it('names the whole only where a part stands beside it', () => {
  const among = [
    { id: 'cut-short-per-100', by: AWARDS },
    { id: 'ended-by', by: { ...reason, within: AWARDS } },
  ];
  expect(whichServices({ id: 'cut-short-per-100', by: null }, among)).toBe('in all services');
  expect(whichServices({ id: 'ended-by', by: reason }, among)).toBe('in all services');
  expect(whichServices({ id: 'workers-per-person', by: null }, among)).toBe('');
  expect(whichServices({ id: 'cut-short-per-100', by: AWARDS }, among)).toBe('');
  expect(whichServices({ id: 'cut-short-per-100', by: null }, [])).toBe('');
});
