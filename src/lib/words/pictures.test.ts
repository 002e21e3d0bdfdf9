import { describe, expect, it } from 'vitest';
import type { EndingCurves } from '../comparison/summary.ts';
import { endedBy } from './ended-by.ts';
import { flowSentence } from './flow-sentence.ts';
import { placesSentence } from './places-sentence.ts';

const curves: EndingCurves = {
  by: null,
  days: [0, 365, 730],
  reasons: ['planned-ending', 'worker-left', 'funding-ended', 'left-early'],
  shares: [
    [0, 0.1, 0.2],
    [0, 0.05, 0.1],
    [0, 0.1, 0.25],
    [0, 0.1, 0.15],
  ],
};

describe('how relationships end', () => {
  it('adds up by kind, at the last day that is known', () => {
    const ended = endedBy(curves, 800);
    expect(ended.cutShort).toBeCloseTo(35);
    expect(ended.asPlanned).toBeCloseTo(20);
    expect(ended.stillGoing).toBeCloseTo(30);
    expect(endedBy(curves, 400).cutShort).toBeCloseTo(15);
    expect(endedBy(curves, -1)).toMatchObject({ cutShort: 0, stillGoing: 100 });
  });
});

describe('places in a sentence', () => {
  const place = (name: string, ...kinds: ('point' | 'stop')[]) => ({
    name,
    openings: kinds.map((kind) => ({ kind })),
  });

  it('says where there is somewhere to go, where a vehicle stops, and where there is nothing', () => {
    expect(
      placesSentence([place('Ayr', 'point', 'stop'), place('Troon', 'stop'), place('Maybole')]),
    ).toBe(
      '1 of 3 localities has somewhere to go; in Troon only a vehicle stops; Maybole has nothing.',
    );
    expect(placesSentence([place('Ayr', 'point'), place('Troon', 'point')])).toBe(
      '2 of 2 localities have somewhere to go.',
    );
    expect(placesSentence([])).toBe('No localities are given.');
  });
});

it('says how people pass between services', () => {
  expect(flowSentence(['warm', 'cold', 'accompanied'])).toBe(
    'Of 3 ways from one service to another, 2 begin with an introduction or with somebody going along.',
  );
  expect(flowSentence(['cold', 'supported'])).toMatch(/none begins with/);
  expect(flowSentence(['cold'])).toMatch(/^The one way/);
  expect(flowSentence([])).toBe('No service passes people on to another.');
});
