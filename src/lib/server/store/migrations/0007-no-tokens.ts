import { sql, type Kysely, type Migration } from 'kysely';

/** What organisations signed and lent of whoever signed in was kept before; none of it is needed. */
export const noTokens = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`update auth_account set ${sql.ref('idToken')} = null, ${sql.ref('accessToken')} = null,
      ${sql.ref('refreshToken')} = null`.execute(db);
  },
});
