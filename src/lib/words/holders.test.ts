import { expect, it } from 'vitest';
import { NOBODY_HOLDS, usualHolder } from './holders.ts';

it('names a role by where a figure stands', () => {
  expect(usualHolder(['services.a.roles.b.caseload'], false)).toBe('Team leaders');
  expect(usualHolder(['services.a.roles.b.leave'], false)).toBe('Each provider’s personnel office');
  expect(usualHolder(['services.a.pathway.0.lasts'], false)).toMatch(/^Service manager, from/);
  expect(usualHolder(['groups.a.patience'], false)).toBe(
    'Public Health Scotland waiting times team',
  );
});

it('says that nobody holds an assumed effect, or what has no place of its own', () => {
  expect(usualHolder(['rules.tenure-multiplier'], true)).toBe(NOBODY_HOLDS);
  expect(usualHolder(['rules.familiarity'], false)).toBe(NOBODY_HOLDS);
});

it('looks at every place at which an assumption is used', () => {
  expect(usualHolder(['rules.familiarity', 'contracts.a.renewed'], false)).toBe(
    'ADP coordinator, from past decisions on awards',
  );
});
