import type { Role } from '$lib/server/accounts/roles.ts';
import type { DoneBy } from '$lib/server/drafts/drafts.ts';

/** Who does something, as it is recorded: by the first of these roles that they have. */
export function doneBy({ person }: App.Locals, roles: readonly Role[], why: string): DoneBy {
  const { id, roles: own } = person!;
  const byRole = roles.find((role) => own.includes(role)) ?? own[0];
  return { person: id, byRole, why, at: new Date().toISOString() };
}
