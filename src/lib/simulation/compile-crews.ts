/** Who runs sessions and appointments, in one portfolio. */
import type { Point, Portfolio, Service } from '../portfolio/portfolio.ts';
import { serviceAt } from './compile-services.ts';
import { ownedNumber, type Layout } from './layout.ts';
import type { Parameters } from './parameters.ts';

type CrewPart = Pick<Parameters, 'clinicRole' | 'crewFirst' | 'crewRoles' | 'crewPosts'>;

export function compileCrews(baseline: Portfolio, p: Portfolio, layout: Layout): CrewPart {
  const n = layout.services.ids.length;
  const part: CrewPart = {
    clinicRole: new Int32Array(n).fill(-1),
    crewFirst: new Int32Array(n + 1),
    crewRoles: new Int32Array(0),
    crewPosts: new Float64Array(n),
  };
  const crews: number[] = [];
  for (let s = 0; s < n; s++) {
    const service = serviceAt(p, layout, s);
    if (service) {
      const roles = service.roles.map(({ id }) => ownedNumber(layout.roles, s, id));
      if (service.appointments) part.clinicRole[s] = roles[0] ?? -1;
      crews.push(...service.crew.map((role) => roles[role]));
      part.crewPosts[s] = postsAtFull(service, serviceAt(baseline, layout, s));
    }
    part.crewFirst[s + 1] = crews.length;
  }
  part.crewRoles = Int32Array.from(crews);
  return part;
}

/**
 * Posts of the crew with which sessions see as many people as is said: those of the plan as it is.
 * A scenario that says anew what a session can see says it of its own crew.
 */
function postsAtFull(service: Service, before: Service | undefined): number {
  const isAsBefore =
    before !== undefined &&
    service.points.every((point) => {
      const was = before.points.find(({ id, contacts }) =>
        point.contacts ? contacts : id === point.id,
      );
      return !was || peopleSaid(was) === peopleSaid(point);
    });
  return (isAsBefore && postsOf(before)) || postsOf(service);
}

function postsOf({ crew, roles }: Service): number {
  return crew.reduce((sum, role) => sum + roles[role].posts.value, 0);
}

function peopleSaid({ contacts, sessions }: Point): number | null | undefined {
  return contacts ? contacts.value : sessions[0]?.people;
}
