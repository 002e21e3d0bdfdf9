import { expect, test } from 'vitest';
import { reservedId } from './reserved-id.ts';

test.each(['own', 'start'])('a model called “%s” would be hidden, and is refused', (id) => {
  const findings = reservedId(id);
  expect(findings.map(({ code }) => code)).toEqual(['model-id-reserved']);
  expect(findings[0]).toMatchObject({ severity: 'error' });
  expect(findings[0].what).toContain(`“${id}”`);
});

test('a model may have any other name', () => {
  expect(reservedId('owned')).toEqual([]);
});
