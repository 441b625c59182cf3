import { z } from 'zod';

/** A problem that stops the start, told in a sentence that a person can act on. */
export class StartError extends Error {
  override name = 'StartError';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535);

const addressOf = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

/** Only a provider on this very machine may be asked without https. */
const providerAddress = z.string().refine((value) => {
  const { protocol, hostname } = URL.canParse(value) ? new URL(value) : { protocol: '', hostname: '' };
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && here);
});

const rate = z
  .string()
  .regex(/^[1-9]\d{0,5}\/[1-9]\d{0,5}$/)
  .transform((value) => {
    const [count, seconds] = value.split('/').map(Number);
    return { count: count ?? 0, seconds: seconds ?? 0 };
  });

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every variable: how it is checked, and what it should be, in words that follow its name. */
const variables = {
  PORT: [port.default(3000), 'a number from 1 to 65535'],
  HOST: [z.string().optional(), 'the address to listen on, such as 127.0.0.1'],
  DATA_DIR: [z.string().default('.data'), 'a folder that this user may write to'],
  DATABASE_URL: [addressOf(['postgres:', 'postgresql:']).optional(), 'like postgres://user:password@host:5432/name'],
  DATABASE_POOL: [z.coerce.number().int().min(2).max(200).default(10), 'a number of connections from 2 to 200'],
  REDIS_URL: [addressOf(['redis:', 'rediss:']).optional(), 'like redis://host:6379'],
  SMTP_URL: [addressOf(['smtp:', 'smtps:']).optional(), 'like smtps://user:password@host:465'],
  MAIL_FROM: [
    z
      .string()
      .regex(/^([^<>\p{Cc}]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)
      .default('Whetstone <whetstone@localhost>'),
    'the sender of mail, like Lab <lab@example.com>',
  ],
  PUBLIC_URL: [addressOf(['http:', 'https:']).optional(), 'the address that people open, like https://lab.example.com'],
  TRUST_PROXY: [z.coerce.number().int().min(0).max(10).default(0), 'how many proxies stand in front, from 0 to 10'],
  OIDC_ISSUER: [providerAddress.optional(), 'the https address of an OpenID Connect provider'],
  OIDC_CLIENT_ID: [z.string().max(500).optional(), 'the id that the provider gave'],
  OIDC_CLIENT_SECRET: [z.string().max(2000).optional(), 'the secret that the provider gave'],
  OIDC_NAME: [z.string().max(40).optional(), 'what people call the provider, in 40 characters at most'],
  NEXTAUTH_SECRET: [z.string().min(16).optional(), 'a secret of 16 characters or more'],
  COMMAND_RATE: [rate.prefault('40/10'), 'commands and seconds, like 40/10'],
  WEBHOOKS_ALLOW_PRIVATE: [
    z.enum(['yes', 'no']).default('no'),
    'yes where webhooks may reach private networks and http, or no',
  ],
  LOG_LEVEL: [z.enum(LOG_LEVELS).default('info'), `one of ${LOG_LEVELS.join(', ')}`],
} as const;

export interface OidcConfig {
  /** Without a slash at its end. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
}

export interface Config {
  port: number;
  /** The address to listen on; every one when undefined. */
  host: string | undefined;
  dataDir: string;
  /** An outside PostgreSQL; the embedded one in `dataDir` when undefined. */
  databaseUrl: string | undefined;
  databasePool: number;
  redisUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** The address that people open, without a slash at its end. */
  publicUrl: string;
  /** Whether the operator said so; otherwise each request says how it was addressed. */
  publicUrlGiven: boolean;
  /** How many proxies in front may say a client's address, in X-Forwarded-For. */
  trustedProxies: number;
  /** An OpenID Connect provider by which people may sign in. */
  oidc: OidcConfig | undefined;
  /** Set by the operator; otherwise one is made once and kept in the database. */
  authSecret: string | undefined;
  /** How many commands a person may send in how many seconds. */
  commandRate: { count: number; seconds: number };
  /** Whether webhooks may reach private networks, and by http. */
  webhooksAllowPrivate: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
}

type Values = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name][0]> };

/**
 * Reads the configuration from environment variables; an empty one counts as not set.
 * Throws StartError, naming the first variable that is wrong and what it should be. Its value is never repeated:
 * it may hold a password.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const values = Object.fromEntries(
    Object.entries(variables).map(([name, [schema, shouldBe]]) => {
      const parsed = schema.safeParse(environment[name]?.trim() || undefined);
      if (!parsed.success) throw new StartError(`${name} should be ${shouldBe}.`);
      return [name, parsed.data];
    }),
  ) as Values;
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    trustedProxies: values.TRUST_PROXY,
    publicUrlGiven: values.PUBLIC_URL !== undefined,
    oidc: oidcIn(values),
    authSecret: values.NEXTAUTH_SECRET,
    commandRate: values.COMMAND_RATE,
    webhooksAllowPrivate: values.WEBHOOKS_ALLOW_PRIVATE === 'yes',
    logLevel: values.LOG_LEVEL,
  };
}

/** The provider, where one is given: its three values belong together. */
function oidcIn(values: Values): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    const given = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
    const missing = Object.entries(given).find(([, value]) => value === undefined)?.[0];
    if (Object.values(given).some((value) => value !== undefined)) {
      throw new StartError(
        `${missing} should be set too: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.`,
      );
    }
    return undefined;
  }
  if (values.PUBLIC_URL === undefined) {
    throw new StartError('PUBLIC_URL should be set too: the provider sends people back to it.');
  }
  const name = values.OIDC_NAME ?? new URL(issuer).hostname;
  return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret, name };
}
