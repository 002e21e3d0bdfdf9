import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ChooseWhat from './ChooseWhat.svelte';

function paperOf(of: string | null, measure: string): string {
  const props = {
    ...{ action: '/why', of, measure, beside: null, address: null },
    scenarios: [{ id: 'hub', title: 'One hub' }],
    measures: measure ? [{ name: measure, title: 'Mean wait' }] : [],
  };
  const { body } = render(ChooseWhat, { props });
  return body
    .slice(body.indexOf('</form>'))
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

test('paper, on which nothing can be chosen, says what is', () => {
  expect(paperOf('hub', '')).toBe('Beside how it is now: One hub.');
  expect(paperOf('hub', 'wait')).toBe('Beside how it is now: One hub. Measure: Mean wait.');
  expect(paperOf(null, '')).toBe('');
});
