/** better-auth, set up for Bide: its tables are in our store, and it listens to no address itself. */
import { betterAuth } from 'better-auth';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import type { Store } from '../store/store.ts';
import { endSecondFactor } from './second-factor.ts';
import type { AccountSettings } from './settings.ts';

/** What a request says of where it came from, set by us and never by a visitor. */
export const ADDRESS_HEADER = 'x-bide-address';

/** The account of whoever runs this server. No mail goes anywhere: the name cannot exist. */
export const OWNER_EMAIL = 'owner@bide.invalid';

/** How long a one-time address to sign in as the owner holds. */
export const OWNER_LINK_MINUTES = 30;

export const ORGANISATION = 'organisation';

/** Where whoever the organisation did not sign in is sent. */
export const REFUSED = '/sign-in?organisation=refused';

/** What an organisation signs and lends of somebody is looked at once, and never again. */
const NO_TOKENS = { idToken: null, accessToken: null, refreshToken: null };

const DAY = 24 * 60 * 60;

export type Auth = ReturnType<typeof makeAuth>;

/** Who is told what an address holds that somebody asked for: nothing is sent by mail. */
interface Told {
  onOwnerToken?: (token: string) => void;
  onPasswordToken?: (token: string) => void;
}

export function makeAuth(
  store: Store,
  settings: AccountSettings & { secret: string },
  { onOwnerToken, onPasswordToken }: Told = {},
) {
  const { origin, isHttps, secret, organisation } = settings;
  return betterAuth({
    appName: 'Bide',
    secret,
    // The server around us answers to its own names only, so that any name that came through is ours.
    baseURL: origin ?? { allowedHosts: ['*'], fallback: 'http://127.0.0.1', protocol: 'auto' },
    telemetry: { enabled: false },
    // What it says may hold addresses of people: its own sentence is enough.
    logger: { level: 'error', log: (_, message) => process.stderr.write(`Accounts: ${message}\n`) },
    database: { db: store.db, type: store.kind },
    user: {
      modelName: 'auth_user',
      // All know the owner's address, and some organisations vouch for any that their people write:
      // that account is made by the owner's link alone.
      validateUserInfo: ({ user, source }) =>
        user.email?.toLowerCase() === OWNER_EMAIL && source.method !== 'magic-link'
          ? { error: 'owners_address' }
          : undefined,
    },
    session: { modelName: 'auth_session', expiresIn: 7 * DAY, updateAge: DAY },
    account: {
      modelName: 'auth_account',
      // An address that an organisation says is somebody's gives nobody an account that is there
      // already: in some organisations people write their own.
      accountLinking: { enabled: false },
    },
    databaseHooks: {
      account: {
        create: { before: async () => ({ data: NO_TOKENS }) },
        update: { before: async () => ({ data: NO_TOKENS }) },
      },
    },
    // Where somebody comes back too late or twice, nothing is known any more of how they began.
    onAPIError: { errorURL: REFUSED },
    verification: { modelName: 'auth_verification', storeIdentifier: 'hashed' },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      window: 60,
      max: 60,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
        '/magic-link/verify': { window: 60, max: 10 },
      },
    },
    emailAndPassword: {
      ...{ enabled: true, minPasswordLength: 12, maxPasswordLength: 256 },
      resetPasswordTokenExpiresIn: DAY,
      sendResetPassword: async ({ token }) => onPasswordToken?.(token),
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => endSecondFactor(store, user.id, new Date().toISOString()),
    },
    advanced: {
      cookiePrefix: 'bide',
      // Over plain http on a laptop a secure cookie would never come back.
      useSecureCookies: isHttps,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
    },
    plugins: [
      magicLink({
        expiresIn: OWNER_LINK_MINUTES * 60,
        storeToken: 'hashed',
        sendMagicLink: ({ token }) => onOwnerToken?.(token),
      }),
      twoFactor({ issuer: 'Bide', twoFactorTable: 'auth_two_factor' }),
      ...(organisation
        ? [
            genericOAuth({
              config: [
                {
                  providerId: ORGANISATION,
                  name: organisation.name,
                  discoveryUrl: organisation.discoveryUrl,
                  clientId: organisation.clientId,
                  clientSecret: organisation.clientSecret,
                  scopes: ['openid', 'profile', 'email'],
                  pkce: true,
                  requireIdTokenVerification: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}
