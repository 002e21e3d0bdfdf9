import type { PrincipleScope } from '../portfolio/commissioning.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { Quantity } from '../portfolio/quantity.ts';
import { awardsOf } from './award-money.ts';
import {
  readingsOfAward,
  readingsOfPost,
  readingsOfService,
  type Reading,
} from './principle-readings.ts';

/** One thing that a principle is tested on. */
export interface Tested {
  id: string;
  name: string;
  /** How much it counts beside the others; null where each counts alike. */
  weight: Quantity | null;
  readings: Record<string, Reading>;
}

/** Return the awards, services or roles of a portfolio that principles are tested on. */
export function thingsTested(
  portfolio: Portfolio,
  scope: Exclude<PrincipleScope, 'portfolio'>,
): Tested[] {
  if (scope === 'award') return awards(portfolio);
  return scope === 'service' ? services(portfolio) : posts(portfolio);
}

/** Awards that end, by their money. */
function awards(portfolio: Portfolio): Tested[] {
  return awardsOf(portfolio).map((contract) => ({
    id: contract.id,
    name: contract.name,
    weight: contract.pays,
    readings: readingsOfAward(portfolio, contract),
  }));
}

/** Services that somebody pays for, each alike. */
function services({ services, contracts }: Portfolio): Tested[] {
  return services
    .filter(({ contract }) => contracts[contract].pays.value > 0)
    .map((service) => ({
      id: service.id,
      name: service.name,
      weight: null,
      readings: readingsOfService(service),
    }));
}

/** Roles of paid staff, by their posts. */
function posts({ services }: Portfolio): Tested[] {
  return services.flatMap((service) =>
    service.roles
      .filter(({ volunteer, posts: { value } }) => !volunteer && value > 0)
      .map((role) => ({
        id: `${service.id}.${role.id}`,
        name: `${role.name}, ${service.name}`,
        weight: role.posts,
        readings: readingsOfPost(service, role),
      })),
  );
}
