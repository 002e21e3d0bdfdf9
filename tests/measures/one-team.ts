import type { Raw } from '../properties/small-portfolio.ts';

type Parts = Partial<Record<'group' | 'service' | 'role' | 'stage' | 'more', Raw>>;

/**
 * A model of one team for one group, with room for everybody, that support
 * comes to an end in only by what `parts` say.
 */
export function oneTeam({
  group = {},
  service = {},
  role = {},
  stage = {},
  more = {},
}: Parts): Raw {
  return {
    ...{ bide: 1, title: 'One team', question: 'What is counted?', notice: 'Made up by a test.' },
    ...{ start: '2027-04-01', horizon: '4 years', 'warm-up': '2 years', prices: 'none' },
    localities: { town: { name: 'Town', people: 10000 } },
    groups: {
      people: {
        ...{ name: 'People', arrive: '20 per month', live: { town: '100%' } },
        ...{ patience: 'open-ended', 'other-life-events': '0% per year' },
        'turn-to': { team: '100%' },
        ...group,
      },
    },
    services: {
      team: {
        ...{ name: 'Team', kind: 'team', 'paid-by': 'money' },
        provider: { name: 'Nobody', sector: 'third', size: 'local' },
        roles: { worker: { posts: 40, caseload: 500, cost: '0 GBP per year', ...role } },
        pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '20 years' }, ...stage }],
        ...service,
      },
    },
    contracts: { money: { funder: 'Nobody', pays: '0 GBP per year', term: 'recurrent' } },
    ...more,
  };
}
