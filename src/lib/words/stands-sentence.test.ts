import { describe, expect, it } from 'vitest';
import type { Tried, Verdict } from '../comparison/explanation.ts';
import { endsTried, standsSentence } from './stands-sentence.ts';
import { triedInWords } from './tried-words.ts';

const names = { 'contracts.award.renewed': 'Award, Chance that funding is renewed' };
const renewal: Tried = { kind: 'renewal', read: 'per decision' };
const horizon: Tried = { kind: 'horizon', days: 1826 };
const high: Tried = { kind: 'input', key: 'contracts.award.renewed', end: 'high' };

function verdict(more: Partial<Verdict>): Verdict {
  return {
    ...{ id: 'cut-short-per-100', by: null, unit: 'per 100', better: 'lower' },
    ...{ difference: -3, low: -4, high: -2, kind: 'robust', overFigures: null },
    ...{ figuresDisagree: false, turns: [], fades: [], appears: [], mayBeLuck: [], ways: 24 },
    ...{ untold: [], figuresUntold: false, notDescribed: [], ...more },
  };
}

describe('whether an answer stands, in words', () => {
  it('says robust, the same and cannot tell plainly', () => {
    expect(standsSentence(verdict({}), names)).toBe(
      'Robust: the same answer in everything that was tried.',
    );
    expect(standsSentence(verdict({ kind: 'same' }), names)).toContain('The same in both');
    expect(standsSentence(verdict({ kind: 'cannot tell' }), names)).toContain('Cannot tell');
    expect(standsSentence(verdict({ kind: 'not clear', figuresDisagree: true }), names)).toContain(
      'go either way',
    );
  });

  it('calls nothing robust while there is more to try', () => {
    const first = standsSentence(verdict({}), names, false);
    expect(first).toBe('The same answer in everything tried so far; more is still to be tried.');
  });

  it('says what keeps an answer from being robust', () => {
    const holds = (more: Partial<Verdict>) =>
      standsSentence(verdict({ kind: 'holds', ...more }), names);
    const said =
      'Holds so far as it was tried: the same answer each time. That is less than robust.';
    expect(holds({ untold: [high] })).toBe(
      `${said} It cannot be told if “Award, Chance that funding is renewed” is high.`,
    );
    expect(holds({ notDescribed: ['familiarity', 'lasting-differences'] })).toBe(
      `${said} The model describes one of three reasons why people leave less as time goes by.`,
    );
    expect(holds({ figuresUntold: true })).toContain('figures drawn together do cannot be told');
    const notClear = verdict({ kind: 'not clear', untold: [renewal] });
    expect(standsSentence(notClear, names)).toContain('cannot be told with renewal read');
  });

  it('says how many of the figures were tried at their ends, where not all were', () => {
    expect(endsTried(10, 288)).toBe(
      'Of 288 figures that have ranges, the 10 that the main measures follow most closely were ' +
        'tried at both ends.',
    );
    expect(endsTried(0, 3)).toContain('No figure was tried');
    expect(endsTried(3, 3)).toBe('');
  });

  it('names what an answer depends on, first what turns it', () => {
    const overFigures = { figures: { low: -6, high: 1 } } as Verdict['overFigures'];
    const said = standsSentence(
      verdict({
        kind: 'depends',
        turns: [renewal],
        fades: [horizon, high],
        figuresDisagree: true,
        overFigures,
      }),
      names,
    );
    expect(said).toBe(
      'Depends: it turns round with renewal read per decision; no clear difference is left over ' +
        '5 years or if “Award, Chance that funding is renewed” is high; eight in ten sets of ' +
        'plausible figures give between 6 fewer and 1 more.',
    );
  });

  it('names what is clear by itself where it says that nothing is', () => {
    const not = (more: Partial<Verdict>) =>
      standsSentence(verdict({ kind: 'not clear', ...more }), names);
    expect(not({})).toBe('No clear difference in anything that was tried.');
    expect(not({ mayBeLuck: [renewal, high] })).toBe(
      'No clear difference. One is clear by itself with renewal read per decision or if “Award, ' +
        'Chance that funding is renewed” is high, which may be luck among 24 ways of looking.',
    );
    expect(not({ mayBeLuck: [renewal], figuresDisagree: true })).toContain(
      'No clear difference; plausible figures drawn together go either way. One is clear',
    );
  });

  it('counts what it does not name', () => {
    const appears = [renewal, horizon, high, high, high];
    expect(standsSentence(verdict({ kind: 'depends', appears }), names)).toMatch(
      /is high or in 2 other cases\.$/,
    );
  });

  it('names mechanisms and structures', () => {
    expect(triedInWords({ kind: 'without', mechanism: 'warm-handover' }, {})).toBe(
      'without the effect of warm handover',
    );
    expect(triedInWords({ kind: 'without', mechanism: null }, {})).toContain(
      'with no effect assumed',
    );
    expect(triedInWords({ kind: 'structure', structure: 'lasting-differences' }, {})).toBe(
      'if people leave less because of lasting differences between people',
    );
  });
});
