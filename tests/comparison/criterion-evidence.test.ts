import { describe, expect, it } from 'vitest';
import { criterionEvidence } from '$lib/comparison/criterion-evidence.ts';
import type { Estimate } from '$lib/comparison/summary.ts';
import { designedInWords, saidInWords } from '$lib/words/evidence-words.ts';
import { namesOf } from '$lib/words/names.ts';
import { evidenceTexts } from '../../src/cli/evidence-text.ts';
import { readShipped } from '../models/shipped-model.ts';

const { portfolio } = readShipped('south-ayrshire').model;
const names = namesOf(portfolio);

const reached: Estimate = {
  id: 'criterion-reached',
  by: { kind: 'criterion', id: 'belonging' },
  unit: 'per 100',
  mean: 39,
  low: 37,
  high: 41,
  better: 'higher',
  headline: true,
};

describe('evidence for a promise', () => {
  const of = (id: string, measures: Estimate[] | null = null) =>
    criterionEvidence(portfolio, measures).find((one) => one.id === id)!;

  it('says where it is designed in, and how', () => {
    const services = of('advocacy').designedIn.map(({ service }) => service);
    expect(services).toEqual(['advocacy']);
    expect(designedInWords(of('belonging'), names)).toContain(
      'Core community treatment with MAT (referred on)',
    );
    expect(designedInWords({ ...of('advocacy'), designedIn: [] }, names)).toBe('Nowhere');
  });

  it('counts only what the promise asks for', () => {
    // Coping counts from trained staff alone, and mental health care from anybody.
    const untrained = structuredClone(portfolio);
    for (const service of untrained.services) {
      for (const { offers } of service.pathway) for (const offer of offers) offer.trained = false;
    }
    const now = criterionEvidence(untrained, null);
    expect(now.find(({ id }) => id === 'coping')?.designedIn).toEqual([]);
    expect(now.find(({ id }) => id === 'housing')?.designedIn).toEqual(of('housing').designedIn);
  });

  it('holds what a run shows and what people said apart', () => {
    expect(of('belonging').reached).toBeNull();
    expect(of('belonging', [reached]).reached).toBe(reached);
    expect(of('coping', [reached]).reached).toBeNull();
    expect(saidInWords(of('belonging', [reached]))).toBe(
      'Follow-up and aftercare were often missing (Learning review)',
    );
    expect(saidInWords(of('coping'))).toBe('Nobody was asked');
    const agree = { ...portfolio.services[0].fixedCost, value: 0.61 };
    const said = [
      { says: 'Joined up', criteria: [], survey: 'Ours', asked: 'People', agree, source: null },
    ];
    expect(saidInWords({ ...of('coping'), said })).toBe('Joined up (Ours, 61 of 100 agree)');
  });

  it('is shown as text where somebody was asked', () => {
    const all = criterionEvidence(portfolio, [reached]);
    const text = evidenceTexts(all, 'As it is', names, 100).join('\n');
    expect(text).toContain('Reached in time: 39 of 100.');
    expect(text).toContain('What people said: Follow-up and aftercare were often missing');
    expect(text).toContain('not added up');
    const silent = criterionEvidence({ ...portfolio, surveys: [] }, [reached]);
    expect(evidenceTexts(silent, 'As it is', names, 120)).toEqual([]);
  });
});
