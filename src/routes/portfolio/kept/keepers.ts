import type { Role } from '$lib/server/accounts/roles.ts';

/** Whose role a save is recorded under, the first that somebody has. */
export const KEEPERS: readonly Role[] = ['commissioner', 'analyst', 'owner'];
