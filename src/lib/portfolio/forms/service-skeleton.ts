import type { PortfolioFile, RoleFile, ServiceFile, ServiceKindFile } from '../portfolio-file.ts';

/** What every figure of a skeleton says of itself until somebody puts in their own. */
export const STARTING_VALUE = 'a starting value: put in your own';

/**
 * Return a service of a kind to begin with, that can be read and run as it is:
 * paid by the first contract, in the first locality. Its figures are
 * assumptions, and say so.
 */
export function serviceSkeleton(
  kind: ServiceKindFile,
  name: string,
  { contracts, localities }: Pick<PortfolioFile, 'contracts' | 'localities'>,
): ServiceFile {
  const [contract] = Object.keys(contracts);
  const [locality] = Object.keys(localities);
  const base = { name, kind, 'paid-by': contract };
  const stage = (title: string, mean: string) => ({
    stage: title,
    with: 'worker',
    lasts: { mean: start(mean) },
    leave: start('4% per month'),
  });
  const point = { name: 'Where people go', at: locality };
  switch (kind) {
    case 'team':
      return {
        ...{ ...base, roles: { worker: worker({ caseload: start(12), 'goes-to-people': true }) } },
        pathway: [stage('getting to know each other', '6 weeks'), stage('support', '6 months')],
      };
    case 'clinic':
      return {
        ...{ ...base, roles: { worker: worker() }, appointments: '20 per week' },
        points: { clinic: { ...point, open: 'Monday to Friday 09:00-17:00' } },
        pathway: [stage('treatment', '4 months')],
      };
    case 'drop-in':
      return {
        ...{ ...base, roles: { worker: worker({ caseload: start(20) }) } },
        points: { room: { ...point, open: 'Tuesday 10:00-16:00', 'people-a-session': 8 } },
        pathway: [stage('coming along', '3 months')],
      };
    case 'residential':
      return {
        ...{ ...base, roles: { worker: worker({ caseload: start(10) }) } },
        places: { beds: { name: 'Beds', beds: 8 } },
        pathway: [{ ...stage('stay', '12 weeks'), uses: 'beds' }],
      };
    case 'vehicle':
      return {
        ...{ ...base, roles: { crew: worker() } },
        round: [{ day: 'Tuesday', at: locality, from: '10:00', to: '14:00' }],
        contacts: start('3 per hour'),
        'a-contact-leads-to': [{ to: 'out', share: start('100%') }],
      };
    case 'hub':
      return {
        ...{ ...base, roles: { worker: worker({ caseload: start(18) }) } },
        points: { hub: { ...point, open: 'Monday to Friday 10:00-16:00', 'people-a-session': 12 } },
        pathway: [stage('finding the right help', '11 weeks')],
      };
    case 'community':
      return {
        ...{ ...base, 'people-enter-at-a-session': false },
        pathway: [{ ...stage('coming along', '14 months'), with: 'none' }],
      };
  }
}

function worker(more: Partial<RoleFile> = {}): RoleFile {
  return {
    posts: 2,
    cost: start('45000 GBP per year'),
    leave: start('20% per year'),
    notice: start('6 weeks'),
    replaced: { mean: start('3 months') },
    ...more,
  };
}

function start(best: string | number) {
  return { best, why: STARTING_VALUE };
}
