/** The settings for accounts, read from the environment and checked at start. */

export interface AccountSettings {
  /** The address visitors see, where it is set; this server is hosted then. */
  origin: string | null;
  isHttps: boolean;
  /** Signs cookies; null to keep one in the data folder. */
  secret: string | null;
  /** How people of an organisation sign in; null where that is not set up. */
  organisation: OrganisationSignIn | null;
}

export interface OrganisationSignIn {
  name: string;
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
}

export class WrongSettings extends Error {}

type Environment = Partial<Record<string, string>>;

const OIDC = ['BIDE_OIDC_DISCOVERY', 'BIDE_OIDC_CLIENT', 'BIDE_OIDC_SECRET'] as const;

/** Read the settings; throws `WrongSettings` that says every fault and how to mend it. */
export function readAccountSettings(env: Environment): AccountSettings {
  const wrong: string[] = [];
  const origin = originOf(env.ORIGIN, wrong);
  const secret = env.BIDE_SECRET || null;
  if (secret !== null && secret.length < 32) {
    wrong.push('BIDE_SECRET has fewer than 32 characters. Make one: openssl rand -base64 32');
  }
  const organisation = organisationOf(env, origin, wrong);
  if (wrong.length > 0) {
    throw new WrongSettings(`These settings have to be mended first:\n\n  ${wrong.join('\n  ')}`);
  }
  const isHttps = origin?.startsWith('https:') ?? env.BIDE_PROTOCOL === 'https';
  return { origin, isHttps, secret, organisation };
}

/** Return what is risky in settings that are right otherwise, in words; null where nothing is. */
export function riskInSettings(env: Environment): string | null {
  // One that speaks https itself has no proxy in front.
  if (!env.ORIGIN || env.ADDRESS_HEADER || env.BIDE_CERTIFICATE) return null;
  return (
    'ORIGIN is set and ADDRESS_HEADER is not: visitors who come through a proxy count as one, and any ' +
    'of them can keep all others from signing in. Set ADDRESS_HEADER to the header in which the proxy ' +
    'says where a visitor is, such as x-forwarded-for.'
  );
}

function originOf(value: string | undefined, wrong: string[]): string | null {
  if (!value) return null;
  const url = parsed(value);
  if (url && ['http:', 'https:'].includes(url.protocol) && url.origin === value) return value;
  wrong.push(
    `ORIGIN is “${value}”. It is the whole address without a path: https://bide.example.org`,
  );
  return null;
}

function organisationOf(
  env: Environment,
  origin: string | null,
  wrong: string[],
): OrganisationSignIn | null {
  const missing = OIDC.filter((name) => !env[name]);
  if (missing.length === OIDC.length) return null;
  if (missing.length > 0) {
    wrong.push(
      `For signing in with an organisation, ${missing.join(' and ')} must be set as well.`,
    );
    return null;
  }
  if (!origin) wrong.push('For signing in with an organisation, ORIGIN must be set as well.');
  const discoveryUrl = env.BIDE_OIDC_DISCOVERY ?? '';
  const url = parsed(discoveryUrl);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url?.hostname ?? '');
  if (!url || (url.protocol !== 'https:' && !isLoopback)) {
    wrong.push(
      `BIDE_OIDC_DISCOVERY is “${discoveryUrl}”. It is an https address that ends in /.well-known/openid-configuration`,
    );
  }
  return {
    name: env.BIDE_OIDC_NAME || 'your organisation',
    discoveryUrl,
    clientId: env.BIDE_OIDC_CLIENT ?? '',
    clientSecret: env.BIDE_OIDC_SECRET ?? '',
  };
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
