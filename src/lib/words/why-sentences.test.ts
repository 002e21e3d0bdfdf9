import { describe, expect, it } from 'vitest';
import type { ExplainedInput, MeasureExplained, Standing } from '../comparison/explanation.ts';
import {
  drivers,
  drivesSentence,
  flipCertainty,
  flipSentence,
  withoutEffectsSentence,
  worthSentence,
} from './why-sentences.ts';

const apart = (difference: number, half = 0.5) => ({
  ...{ difference, low: difference - half, high: difference + half },
});

const renewed: ExplainedInput = {
  ...{ key: 'renewed', low: 0.4, best: 0.7, high: 0.95, dimension: 'share', written: '70%' },
  ...{ rankCorrelation: 0.6, partialRankCorrelation: 0.7, isClear: true },
  ...{ atLow: apart(-8), atHigh: apart(1), swing: apart(9) },
  switching: { value: 0.9, from: 0.88, to: 0.92 },
  worthKnowing: 0.4,
};

const explained: MeasureExplained = {
  measure: { id: 'cut-short-per-100', by: null, unit: 'per 100', better: 'lower' },
  answer: apart(-5),
  overFigures: null,
  inputs: [renewed],
  leastClearCorrelation: 0.3,
  worthOfAllFigures: 0.6,
  mechanisms: [],
};

const of = {
  ...{ scenario: 'Longer', baseline: 'Now', uncertain: 3, draws: 50 },
  names: { renewed: 'Chance of renewal' },
};

describe('why two scenarios differ, in sentences', () => {
  it('says how large the difference is and which figure moves it most', () => {
    expect(drivesSentence(explained, 'Cut short', of)).toBe(
      'Cut short: 5 fewer (between 4.5 and 5.5 fewer) under “Longer” than under “Now”. Of the ' +
        'figures tried by themselves, “Chance of renewal” moves it most: 8 fewer at 40%, 1 more at 95%.',
    );
  });

  it('calls an end clear only where its range leaves zero out', () => {
    const faded = { ...renewed, atHigh: { difference: -1.4, low: -2.8, high: 0.1 } };
    expect(drivesSentence({ ...explained, inputs: [faded] }, 'Cut short', of)).toMatch(
      /8 fewer at 40%, no clear difference at 95%\.$/,
    );
  });

  it('counts among what moves it only what is not marked as luck', () => {
    const marked = { ...renewed, key: 'marked', isClear: false };
    const untold = { ...marked, key: 'untold', rankCorrelation: null };
    const moving = drivers({ ...explained, inputs: [marked, renewed, untold] });
    expect(moving.map(({ key }) => key)).toEqual(['renewed', 'untold']);
  });

  it('says which value would flip it, and that this is plausible', () => {
    expect(flipSentence(explained, of)).toBe(
      'It would turn round where “Chance of renewal” is above about 90% (now 70%): inside what is plausible.',
    );
    const steady = { ...explained, inputs: [{ ...renewed, switching: null }] };
    expect(flipSentence(steady, of)).toContain('does not turn it round by itself');
    const { switching, ...rest } = renewed;
    expect(switching).toBeDefined();
    const untold = { ...rest, key: 'untold', switchingUntold: true as const };
    const beside = { ...steady, inputs: [...steady.inputs, untold] };
    expect(flipSentence(beside, of)).toContain('range. For 1 figure it cannot be told.');
    expect(flipSentence({ ...steady, inputs: [untold] }, of)).toContain('cannot be told.');
  });

  it('calls the far end clearly the other way only where it turns among all that was tried', () => {
    const at = (standing: Standing) => [
      { tried: { kind: 'input', key: 'renewed', end: 'high' } as const, standing },
    ];
    expect(flipCertainty(renewed, at('turns'))).toContain('clearly the other way');
    expect(flipCertainty(renewed, at('fades'))).toContain('no clear difference');
  });

  it('speaks of no preference where there is no clear difference', () => {
    const unclear = { ...explained, answer: apart(0.1) };
    expect(flipSentence(unclear, of)).toContain('no preference that could turn round');
    expect(drivesSentence(unclear, 'Cut short', of)).toMatch(/^Cut short: no clear difference \(/);
  });

  it('says plainly where nothing can be told', () => {
    const none = { ...explained, answer: { difference: null, low: null, high: null } };
    expect(drivesSentence(none, 'Cut short', of)).toContain('cannot tell');
    expect(
      drivesSentence({ ...explained, inputs: [] }, 'Cut short', { ...of, uncertain: 0 }),
    ).toContain('No figure of this model has a range');
    const idle = { ...explained, inputs: [{ ...renewed, swing: apart(0.1) }] };
    expect(drivesSentence(idle, 'Cut short', of)).toMatch(
      /\. The one figure tried by itself does not move it clearly\.$/,
    );
    expect(
      drivesSentence({ ...idle, inputs: [idle.inputs[0], idle.inputs[0]] }, 'Cut short', of),
    ).toMatch(/\. None of the 2 figures tried by themselves moves it clearly\.$/);
  });

  it('names what is worth finding out first, in the measure’s own unit', () => {
    expect(worthSentence(explained, of)).toBe(
      'Find out “Chance of renewal” first: to know it before choosing would be worth 0.4 of 100 ' +
        'relationships begun on average. To know every figure before choosing would be worth 0.6 of ' +
        '100 relationships begun on average.',
    );
    const over = (low: number, high: number) =>
      ({ low, high }) as unknown as MeasureExplained['overFigures'];
    const worthless = (overFigures: MeasureExplained['overFigures']) =>
      worthSentence({ ...explained, worthOfAllFigures: 0, overFigures }, of);
    expect(worthless(over(-4, -2))).toContain('would not change it');
    // No side is told where there is none, nor “none of them” where luck hides them all.
    expect(worthless(over(0, 0))).toBe(
      'In every one of 50 sets of plausible figures the two are the same by this measure: finding ' +
        'out more would not change that.',
    );
    expect(worthless(over(-0.5, 0.2))).toContain('cannot be told from luck in 50 sets');
    const luck = { ...explained, inputs: [{ ...renewed, worthKnowing: null }] };
    expect(worthSentence(luck, of)).toContain('cannot be told from luck');
  });

  it('tells sets that say nothing of the difference from sets that were not drawn', () => {
    const untold = { ...explained, worthOfAllFigures: null, inputs: [] };
    expect(worthSentence(untold, { ...of, draws: 0 })).toBe(
      'No sets of plausible figures were drawn, so this cannot be told yet.',
    );
    expect(worthSentence(untold, of)).toBe(
      'What it would be worth to know figures first cannot be told: of the 50 sets of plausible ' +
        'figures drawn, fewer than two tell how the two scenarios differ.',
    );
    const either = { ...untold, measure: { ...untold.measure, better: 'neither' as const } };
    expect(worthSentence(either, of)).toContain('neither more nor less is better');
  });

  it('tells what is left without assumed effects, whatever a scenario changes', () => {
    expect(withoutEffectsSentence(apart(-3), explained)).toMatch(
      /^With every assumed effect switched off, it is 3 fewer \(.*\); with all of them it is 5 fewer /,
    );
    expect(withoutEffectsSentence(apart(0, 0), explained)).toContain('no difference at all');
    expect(withoutEffectsSentence(null, explained)).toContain('cannot be told');
  });
});
