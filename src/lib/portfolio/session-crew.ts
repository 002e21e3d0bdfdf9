import type { Service } from './portfolio.ts';

type InPathway = Pick<Service, 'accompany' | 'pathway'>;

/** Whether a stage, an offer or an accompaniment names a role. */
export function isInPathway({ accompany, pathway }: InPathway, role: number): boolean {
  return (
    accompany.includes(role) ||
    pathway.some(
      ({ roles, offers }) =>
        roles.includes(role) || offers.some(({ by }) => by.kind === 'role' && by.index === role),
    )
  );
}

/**
 * Indexes of the roles that run the open sessions of a service: those that its pathway has no other
 * use for or, where there are none, the one whom people come to first. Empty: it runs without staff.
 */
export function crewOf(service: InPathway & Pick<Service, 'roles'>): number[] {
  const own = service.roles.flatMap((_role, i) => (isInPathway(service, i) ? [] : [i]));
  return own.length > 0 ? own : (service.pathway[0]?.roles.slice(0, 1) ?? []);
}
