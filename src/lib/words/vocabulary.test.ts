import { describe, expect, it } from 'vitest';
import { catalogue } from '../measures/catalogue.ts';
import { ENDINGS, endingWords, isCutShort } from './endings.ts';
import { gradeExplained, gradeInWords, severityInWords } from './grades.ts';
import { handoverInWords, serviceKindInWords } from './kinds.ts';
import { measuresWithWords, measureTitle, measureWords } from './measure-words.ts';
import { nameOf, type Names } from './names.ts';

const GRADES = [
  'measured',
  'published',
  'published-elsewhere',
  'experience',
  'assumption',
] as const;
const NAMES: Names = { service: { roads: 'ROADS' }, locality: { girvan: 'Girvan' } };

describe('endings', () => {
  it('has one letter and one set of words each', () => {
    expect(new Set(ENDINGS.map(({ letter }) => letter)).size).toBe(ENDINGS.length);
    expect(new Set(ENDINGS.map(({ words }) => words)).size).toBe(ENDINGS.length);
  });

  it('counts as cut short only what came from outside the relationship', () => {
    expect(ENDINGS.filter(({ id }) => isCutShort(id)).map(({ id }) => id)).toEqual([
      'funding-ended',
      'worker-left',
      'time-limit',
    ]);
    expect(isCutShort(null)).toBe(false);
  });

  it('says what goes on and what it does not know', () => {
    expect(endingWords(null).words).toBe('still going');
    expect(endingWords('lost-touch').words).toBe('lost touch');
  });
});

it('has plain words for grades, findings, kinds and handovers', () => {
  expect(gradeInWords('measured')).toBe('measured here');
  expect(GRADES.map(gradeExplained).every((sentence) => sentence.endsWith('.'))).toBe(true);
  expect(severityInWords('warning')).toBe('may mislead');
  expect(serviceKindInWords('vehicle')).toBe('outreach vehicle');
  expect(handoverInWords('warm')).toBe('with an introduction');
});

describe('measures', () => {
  it('calls every measure what the catalogue of measures calls it', () => {
    for (const [id, { title }] of Object.entries(catalogue)) {
      expect(measureTitle(id, null, {}), id).toBe(title);
    }
    expect(measuresWithWords().sort()).toEqual(Object.keys(catalogue).sort());
  });

  // A published snapshot keeps what it measured: of another hundred people than today's measures.
  it.each([
    ['unsupported-days-per-100', 'Unsupported days per 100'],
    ['early-mat-days-per-100', 'Early mat days per 100'],
  ])('lets %s of an older snapshot speak for itself', (id, title) => {
    expect(Object.keys(catalogue)).not.toContain(id);
    expect(measureTitle(id, null, {})).toBe(title);
  });

  it('puts the figure in every sentence once', () => {
    for (const id of measuresWithWords()) {
      for (const form of measureWords(id).says) expect(form.split('{}')).toHaveLength(2);
    }
  });

  it('titles with what it is split by', () => {
    expect(measureTitle('list', null, NAMES)).toBe('People waiting');
    expect(measureTitle('list', { kind: 'service', id: 'roads' }, NAMES)).toBe(
      'People waiting, ROADS',
    );
    expect(measureTitle('ended-by', { kind: 'reason', id: 'worker-left' }, NAMES)).toBe(
      'How relationships ended: the worker left',
    );
    expect(measureTitle('new-measure', null, NAMES)).toBe('New measure');
    const awards = { kind: 'funding', id: 'awards' } as const;
    expect(measureTitle('cut-short-per-100', awards, NAMES)).toBe(
      'Relationships cut short, in services paid by awards that end',
    );
    expect(measureTitle('cut-short-per-100', null, NAMES, 'in all services')).toBe(
      'Relationships cut short, in all services',
    );
    const ended = { kind: 'reason', id: 'funding-ended', within: awards } as const;
    expect(measureTitle('ended-by', ended, NAMES)).toBe(
      'How relationships ended: funding ended, in services paid by awards that end',
    );
  });

  it('names what it can and falls back to the id', () => {
    expect(nameOf(null, NAMES)).toBe('');
    expect(nameOf({ kind: 'locality', id: 'ayr-north' }, NAMES)).toBe('ayr north');
    expect(nameOf({ kind: 'year', id: '2027-28' }, NAMES)).toBe('2027-28');
    expect(
      nameOf({ kind: 'service', id: 'roads', within: { kind: 'locality', id: 'girvan' } }, NAMES),
    ).toBe('ROADS, Girvan');
    expect(nameOf({ kind: 'funding', id: 'awards' }, NAMES)).toBe(
      'services paid by awards that end',
    );
  });
});

it('never uses words that blame or that stigmatise', () => {
  const all = [
    ...ENDINGS.map(({ words }) => words),
    ...measuresWithWords().flatMap((id) => [measureWords(id).title, ...measureWords(id).says]),
  ].join(' ');
  expect(all).not.toMatch(
    /addict|alcoholic|abus|misus|drop(ped)?[- ]?out|fail|trust|client|clean/i,
  );
});
