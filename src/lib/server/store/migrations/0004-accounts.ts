import { sql, type Kysely, type Migration } from 'kysely';
import type { StoreKind } from '../store.ts';

/**
 * Accounts, sessions, roles and invitations. The first six tables are as better-auth 1.7 wants them,
 * names included; a test asks it.
 */
export const accounts = (kind: StoreKind): Migration => ({
  async up(db: Kysely<unknown>) {
    const moment = kind === 'sqlite' ? sql`date` : sql`timestamptz`;
    const yesOrNo = kind === 'sqlite' ? 'integer' : 'boolean';
    const table = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn('id', 'text', (column) => column.notNull().primaryKey());
    const dated = (name: string) =>
      table(name)
        .addColumn('createdAt', moment, (column) => column.notNull())
        .addColumn('updatedAt', moment, (column) => column.notNull());

    await dated('auth_user')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('emailVerified', yesOrNo, (column) => column.notNull())
      .addColumn('image', 'text')
      .addColumn('twoFactorEnabled', yesOrNo)
      .execute();

    await dated('auth_session')
      .addColumn('expiresAt', moment, (column) => column.notNull())
      .addColumn('token', 'text', (column) => column.notNull().unique())
      .addColumn('ipAddress', 'text')
      .addColumn('userAgent', 'text')
      .addColumn('userId', 'text', (column) =>
        column.notNull().references('auth_user.id').onDelete('cascade'),
      )
      .execute();

    await dated('auth_account')
      .addColumn('accountId', 'text', (column) => column.notNull())
      .addColumn('providerId', 'text', (column) => column.notNull())
      .addColumn('userId', 'text', (column) =>
        column.notNull().references('auth_user.id').onDelete('cascade'),
      )
      .addColumn('accessToken', 'text')
      .addColumn('refreshToken', 'text')
      .addColumn('idToken', 'text')
      .addColumn('accessTokenExpiresAt', moment)
      .addColumn('refreshTokenExpiresAt', moment)
      .addColumn('scope', 'text')
      .addColumn('password', 'text')
      .execute();

    await dated('auth_verification')
      .addColumn('identifier', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('expiresAt', moment, (column) => column.notNull())
      .execute();

    await table('auth_two_factor')
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('backupCodes', 'text', (column) => column.notNull())
      .addColumn('userId', 'text', (column) =>
        column.notNull().references('auth_user.id').onDelete('cascade'),
      )
      .addColumn('verified', yesOrNo)
      .addColumn('failedVerificationCount', 'integer')
      .addColumn('lockedUntil', moment)
      .execute();

    await table('auth_rate_limit')
      .addColumn('key', 'text', (column) => column.notNull().unique())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('lastRequest', 'bigint', (column) => column.notNull())
      .execute();

    for (const [name, column] of [
      ['auth_session', 'userId'],
      ['auth_account', 'userId'],
      ['auth_verification', 'identifier'],
      ['auth_two_factor', 'secret'],
      ['auth_two_factor', 'userId'],
    ]) {
      await db.schema.createIndex(`${name}_${column}_idx`).on(name).column(column).execute();
    }

    await db.schema
      .createTable('auth_role')
      .addColumn('user_id', 'text', (column) =>
        column.notNull().references('auth_user.id').onDelete('cascade'),
      )
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('given_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('auth_role_key', ['user_id', 'role'])
      .execute();

    await table('auth_invitation')
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('roles', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .execute();

    await db.schema
      .createTable('pace')
      .addColumn('key', 'text', (column) => column.notNull().primaryKey())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('began', 'bigint', (column) => column.notNull())
      .execute();
  },
});
