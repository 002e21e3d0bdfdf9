import { describe, expect, it } from 'vitest';
import { estimateOf, zOf } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

/** Contacts at a door for each person who comes; everybody who may come back does, after a month. */
function contactsEach(leadsTo: Raw[], arrives: string) {
  const raw = oneTeam({
    group: {
      'turn-to': { door: '100%' },
      'comes-back': { share: '100%', after: { exactly: '30 days' } },
    },
    more: {
      handovers: Object.fromEntries(
        ['accompanied', 'warm', 'supported', 'cold'].map((kind) => [
          kind,
          { arrives, keeps: '0%' },
        ]),
      ),
    },
  });
  (raw.services as Raw).door = {
    ...{ name: 'Door', kind: 'drop-in', 'paid-by': 'money', 'a-contact-leads-to': leadsTo },
    provider: { name: 'Nobody', sector: 'third', size: 'local' },
    points: { door: { at: 'town', open: 'Monday to Friday 09:00-17:00' } },
  };
  const found = runCase(modelOf(raw), { replications: 20 });
  const { over } = found.measure('started', { kind: 'service', id: 'door' });
  return estimateOf({ over, under: found.measure('arrived').over });
}

describe('a single contact, at a door without a pathway', patience, () => {
  it.each<[string, Raw[], string, number]>([
    ['is complete in itself', [], '100%', 1],
    ['that leads out is complete as well', [{ to: 'out', share: '100%' }], '100%', 1],
    [
      'that leads on has been in vain for those who are lost on the way',
      [{ to: 'team', share: '50%', handover: 'warm' }],
      '60%',
      1 / (1 - 0.5 * 0.4),
    ],
  ])('%s', (_what, leadsTo, arrives, known) => {
    const each = contactsEach(leadsTo, arrives);
    expect(Math.abs(each.value - known)).toBeLessThan(0.02);
    if (known > 1) expect(Math.abs(zOf(each, known))).toBeLessThan(4);
  });
});
