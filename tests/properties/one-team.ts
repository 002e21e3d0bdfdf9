import type { Raw } from './small-portfolio.ts';

/** What a test says of its one team; the rest is the same for all: one town, money for good. */
export interface OneTeam {
  question: string;
  roles: Raw;
  pathway: Raw[];
  arrive: string;
  horizon?: string;
  warmUp?: string;
  /** How the team is paid; for good where it is not said. */
  money?: Raw;
}

/** A model of one team to which everybody turns; nobody stops waiting, moves away or dies. */
export function oneTeam(made: OneTeam): Raw {
  const { question, roles, pathway, arrive, horizon = '3 years', warmUp = 'none' } = made;
  return {
    bide: 1,
    title: 'One team',
    question,
    notice: 'Made up by a test.',
    start: '2027-04-01',
    horizon,
    'warm-up': warmUp,
    prices: 'none',
    localities: { town: { name: 'Town', people: 5000 } },
    groups: {
      people: {
        name: 'People',
        arrive,
        live: { town: '100%' },
        patience: 'open-ended',
        'other-life-events': '0% per year',
        'turn-to': { team: '100%' },
      },
    },
    services: {
      team: {
        name: 'Team',
        kind: 'team',
        provider: { name: 'Nobody', sector: 'third', size: 'local' },
        'paid-by': 'money',
        roles,
        pathway,
      },
    },
    contracts: {
      money: { funder: 'Nobody', pays: '0 GBP per year', ...(made.money ?? { term: 'recurrent' }) },
    },
  };
}
