import { expect, test } from 'vitest';
import type { Calibration } from '$lib/calibration/calibrate.ts';
import { calibrationCsv } from './calibration-csv.ts';
import type { Told } from './calibration-text.ts';

/** The row of one assumption whose range is open, by its columns. */
function row(misfit: number | null): Record<string, string> {
  const asWell = { low: '4', high: '9', atLeast: true };
  const fitting = { id: 'a', before: '5', after: '6', asWell, tells: 'where', atEnd: null };
  const calibration = { outcomes: [], fittings: [fitting], misfit } as unknown as Calibration;
  const told = { model: { id: 'm', notice: '' } } as Told;
  const [head, values] = calibrationCsv(calibration, told).split('\r\n');
  const cells = values.split(',');
  return Object.fromEntries(head.split(',').map((column, i) => [column, cells[i]]));
}

test('says of a range that it may go farther, and claims no value where nothing is fitted', () => {
  const range = { as_well_low: '4', as_well_high: '9', as_well_at_least: 'true', tells: 'where' };
  expect(row(0.5)).toMatchObject({ value: '6', fitted: 'true', ...range });
  const none = { as_well_low: '', as_well_high: '', as_well_at_least: '', tells: '' };
  expect(row(null)).toMatchObject({ before: '5', value: '', fitted: 'false', ...none });
});
