import { describe, expect, it } from 'vitest';
import { PRINCIPLE_NAMES } from '$lib/portfolio/principle-names.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { judge } from './judged-principle.ts';

/** Everything that a principle can be tested on is said, and all of it is a guess. */
const award = {
  source: 'guess',
  decided: '2 months before it ends',
  renewed: '80% within a year',
  uplift: '2% per year',
  'at-an-unrenewed-end': { 'see-people-through': '3 months' },
  'reports-on': ['outcomes'],
  'price-basis': 'published',
  'pays-overheads': '50%',
  lead: { name: 'Lead', sector: 'statutory', size: 'large', keeps: '5%' },
  risk: 'funder',
};
const service = {
  source: 'guess',
  limit: '12 weeks',
  'designed-with': ['families'],
  skills: ['building trust'],
  'low-carbon-travel': '50%',
  roles: {
    worker: {
      posts: { best: 3, source: 'records' },
      caseload: 12,
      cost: '50000 GBP per year',
      pay: '30000 GBP per year',
      permanent: '90%',
      'lived-experience': '40%',
    },
  },
};

type Scope = keyof typeof PRINCIPLE_NAMES;

/** The names of which a test that always holds is sure, each with what it was tested on. */
function sureOf(changes: Change[]): string[] {
  return (Object.keys(PRINCIPLE_NAMES) as Scope[]).flatMap((scope) =>
    Object.keys(PRINCIPLE_NAMES[scope]).flatMap((name) => {
      const each = scope === 'portfolio' ? {} : { 'for-each': scope };
      const found = judge(
        { ...each, test: `${name} <= ${name}` },
        { first: award, second: award, service, changes },
      );
      const own = found.items.filter(({ id }) => id.startsWith('small') || id.startsWith('other'));
      const figures = scope === 'portfolio' ? found.figures : own.flatMap((item) => item.figures);
      const isSaid = figures.every(({ value }) => value !== null);
      return isSaid && figures.every(({ isAssumed }) => !isAssumed) ? [`${scope} ${name}`] : [];
    }),
  );
}

/** Of the model as it is: what is not about one award, and what nobody recorded anything of. */
const ALWAYS = ['award inflation'];

describe('what a scenario decides', () => {
  it('is nothing where it changes nothing', () => {
    expect(sureOf([])).toEqual(ALWAYS);
  });

  const lead = { name: 'Them', sector: 'third', size: 'local', keeps: '10%' };
  it.each<[Change, string[]]>([
    [{ set: 'contracts.small.term', to: '24 months' }, ['award term']],
    [{ set: 'contracts.small.decided', to: '6 months before it ends' }, ['award decided']],
    [{ set: 'contracts.small.renewed', to: '90% within a year' }, ['award renewed']],
    [{ set: 'contracts.small.pays', to: '90000 GBP per year' }, ['award pays']],
    [{ set: 'contracts.small.uplift', to: '3% per year' }, ['award uplift']],
    [{ remove: 'contracts.small.uplift' }, ['award uplift']],
    [
      {
        set: 'contracts.small.at-an-unrenewed-end',
        to: { 'see-people-through': '9 months' },
      },
      ['award sees-people-through'],
    ],
    [{ remove: 'contracts.small.at-an-unrenewed-end' }, ['award sees-people-through']],
    [{ set: 'contracts.small.reports-on', to: ['counts'] }, ['award reports-outcomes']],
    [
      { set: 'contracts.small.price-basis', to: 'not shared' },
      ['award price-is-published', 'award price-is-open'],
    ],
    [{ set: 'contracts.small.pays-overheads', to: '100%' }, ['award overheads-paid']],
    [{ set: 'contracts.small.lead', to: lead }, ['award lead-keeps']],
    [{ set: 'contracts.small.lead.keeps', to: '10%' }, ['award lead-keeps']],
    [{ set: 'contracts.small.lead.name', to: 'Them' }, []],
    [{ remove: 'contracts.small.lead' }, ['award lead-keeps']],
    [{ set: 'contracts.small.risk', to: 'provider' }, ['award risk-with-funder']],
    [{ set: 'contracts.small.shortfall', to: 'fewer posts' }, []],
    [
      { set: 'services.other.provider', to: { name: 'Them', size: 'large' } },
      ['award with-local-provider'],
    ],
    [{ set: 'services.other.provider.size', to: 'large' }, ['award with-local-provider']],
    [{ set: 'services.other.provider.name', to: 'Them' }, []],
    [{ set: 'services.other.limit', to: '20 weeks' }, ['service has-time-limit']],
    [{ remove: 'services.other.limit' }, ['service has-time-limit']],
    [
      { set: 'services.other.designed-with', to: ['staff'] },
      ['service designed-with-lived-experience', 'service designed-with-families'],
    ],
    [{ set: 'services.other.skills', to: ['building trust'] }, ['service skills']],
    [{ set: 'services.other.low-carbon-travel', to: '80%' }, ['service low-carbon-travel']],
    [{ set: 'services.other.roles.worker.pay', to: '31000 GBP per year' }, ['post pay']],
    [{ set: 'services.other.roles.worker.permanent', to: '100%' }, ['post permanent']],
    [
      { set: 'services.other.roles.worker.cost', to: '51000 GBP per year' },
      ['award costs', 'post cost'],
    ],
    [
      { set: 'services.other.roles.worker.lived-experience', to: '50%' },
      [
        'service lived-experience-posts',
        'post lived-experience',
        'portfolio lived-experience-posts',
      ],
    ],
    [
      { remove: 'services.other.roles.worker.lived-experience' },
      [
        'service lived-experience-posts',
        'post lived-experience',
        'portfolio lived-experience-posts',
      ],
    ],
    [{ set: 'services.other.roles.worker.caseload', to: 10 }, []],
  ])('%j makes sure of %j, and of nothing else of the entry', (change, names) => {
    expect(sureOf([change]).toSorted()).toEqual([...ALWAYS, ...names].toSorted());
  });
});
