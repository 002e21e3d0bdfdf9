/** What an account may be; one can be several. */
export const ROLES = [
  'owner',
  'commissioner',
  'analyst',
  'assurer',
  'approver',
  'facilitator',
  'reader',
] as const;

export type Role = (typeof ROLES)[number];

/** Whoever is signed in, as the rest of the program knows them. */
export interface Person {
  /** Of their account: it says nothing about them. */
  id: string;
  name: string;
  roles: Role[];
  session: { id: string; token: string };
  /** True where they signed in with a password and still have to set up their second factor. */
  owesSecondFactor: boolean;
}

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}
