import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { NumberSetting } from '$lib/portfolio/lever-settings.ts';
import LeverField from './LeverField.svelte';

const ignore = () => undefined;
const pay: NumberSetting = {
  ...{ kind: 'number', id: 'pay', ask: 'How much?', sets: 'contracts.award.pays' },
  ...{ from: 0, to: 9000, step: 250, unit: 'GBP per month', now: 3750 },
  nowWords: '3750 GBP per month',
};

function field(lever: Partial<NumberSetting>, value?: unknown): string {
  const props = { lever: { ...pay, ...lever }, value, disabled: false };
  return render(LeverField, {
    props: { ...props, onset: ignore, onexpect: ignore },
  }).body.replace(/<!--.*?-->|\s+(?=\s)/g, '');
}

test('a lever says its money in its own unit', () => {
  const shown = field({});
  expect(shown).toContain('£3,750 per month, now £3,750 per month');
  expect(shown).toContain('In numbers, pounds per month.');
  expect(shown).not.toContain('a year');
  expect(field({ unit: 'GBP each' })).toContain('£3,750 each, now £3,750 each');
});

test.each([
  ['the model holds several', { now: null, nowWords: '3750, 4000' }, undefined],
  ['a scenario writes another unit', {}, '45000 GBP per year'],
  ['a scenario gives no number', {}, { low: 1, high: 2 }],
])('no number stands there, and nothing steps from one, where %s', (_, lever, value) => {
  const shown = field(lever, value);
  expect(shown).toMatch(/role="spinbutton"[^>]* value=""/);
  expect(shown.match(/class="step[^>]*disabled/g)).toHaveLength(2);
  expect(shown).not.toContain('type="range"');
  expect(shown).toMatch(/Now (3750, 4000|£3,750 per month)\. Type a number/);
});

test('a number that was set stands there, whatever the model holds', () => {
  const shown = field({ now: null, nowWords: '3750, 4000' }, '4250 GBP per month');
  expect(shown).toMatch(/role="spinbutton"[^>]* value="4250"/);
  expect(shown).toContain('£4,250 per month, now 3750, 4000. An empty field puts it back.');
  expect(shown).toContain('type="range"');
});
