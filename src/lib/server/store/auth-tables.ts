/** The tables of accounts; those that begin with `auth_` are better-auth's, but for roles and invitations. */

/** An account. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  twoFactorEnabled: boolean | number | null;
}

export interface AuthSessionTable {
  id: string;
  token: string;
  userId: string;
  userAgent: string | null;
  createdAt: string | Date;
  expiresAt: string | Date;
}

/** What somebody has to show to go on: kept until it is used, or past its time. */
export interface AuthVerificationTable {
  id: string;
  /** The id of an account where it sets a new password. */
  value: string;
  expiresAt: string | Date;
}

/** How often something was tried from a network address, which its key is a mark of. */
export interface AuthRateLimitTable {
  id: string;
  key: string;
  /** Milliseconds since 1970. */
  lastRequest: number;
}

/** How an account signs in. */
export interface AuthAccountTable {
  id: string;
  userId: string;
  /** `credential` for a password. */
  providerId: string;
}

/** What the second factor of an account is checked with; the secret of the server hides it. */
export interface AuthTwoFactorTable {
  id: string;
  userId: string;
}

/** One row: what the secret of the server is known by. */
export interface SecretMarkTable {
  id: number;
  mark: string;
}

/** A role that an account has. */
export interface AuthRoleTable {
  user_id: string;
  role: string;
  given_at: string;
}

/** A way to make an account, for whoever was given its address. */
export interface AuthInvitationTable {
  id: string;
  /** SHA-256 of what the address holds. */
  token_hash: string;
  /** JSON: the roles that the account will have. */
  roles: string;
  made_at: string;
  expires_at: string;
  used_at: string | null;
}

/** How much of something a visitor did lately. */
export interface PaceTable {
  /** A keyed hash of who and what. */
  key: string;
  count: number;
  /** Milliseconds since 1970. */
  began: number;
}

export interface AuthTables {
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_account: AuthAccountTable;
  auth_verification: AuthVerificationTable;
  auth_rate_limit: AuthRateLimitTable;
  auth_two_factor: AuthTwoFactorTable;
  secret_mark: SecretMarkTable;
  auth_role: AuthRoleTable;
  auth_invitation: AuthInvitationTable;
  pace: PaceTable;
}
