import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readModel } from './read-model.ts';
import { partnerLinks } from './partner-links.ts';

const sample = 'tests/samples/commissioning-agreements-missing/input.yaml';

/** Outreach passes people on to another organisation without an agreement, and gets some back with one. */
function links(edit: (text: string) => string = (text) => text) {
  const text = edit(readFileSync(sample, 'utf8'));
  const { value } = readModel([{ path: 'portfolio.yaml', text }], 'a');
  return partnerLinks(value!.portfolio);
}

describe('links between organisations', () => {
  it('say which agreement stands behind them and what it leaves open', () => {
    expect(links()).toEqual([
      {
        from: 0,
        to: 1,
        handovers: ['cold'],
        agreements: [],
        unanswered: [
          ...['aims', 'activities', 'membership', 'running', 'resources', 'disputes'],
          'information',
        ],
      },
      {
        from: 1,
        to: 0,
        handovers: ['cold'],
        agreements: [1],
        unanswered: ['aims', 'activities', 'membership', 'running', 'resources', 'disputes'],
      },
    ]);
  });

  it('leave out services of one provider', () => {
    const one = links((text) =>
      text.replace(
        '  outreach:\n',
        '  outreach:\n    provider: { name: Others, sector: statutory }\n',
      ),
    );
    expect(one).toEqual([]);
  });
});
