import type { Role } from '$lib/server/accounts/roles.ts';
import type { HostDoing } from '$lib/server/workshops/workshop-log.ts';

/** Who leads a workshop, as it is recorded: by the first of these roles that they have. */
const ROLES: Role[] = ['facilitator', 'commissioner', 'analyst', 'owner'];

export function hostDoing({ person }: App.Locals): HostDoing {
  const byRole = ROLES.find((role) => person!.roles.includes(role)) ?? 'facilitator';
  return { at: new Date().toISOString(), byRole };
}
