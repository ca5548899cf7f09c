import { readFileSync } from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import type { ExchangeOptions, IssuerOptions } from '../ExchangeOptions.ts';
import { createServiceUrls, isLoopbackUrl, kalturaServiceUrl } from '../kaltura/serviceUrls.ts';
import { createKeyRing, type KeyRingInit } from '../secrets/keyRing.ts';
import type { DatabaseOptions } from '../storage/openDatabase.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every command needs: the data. */
export interface StorageConfiguration {
  database: DatabaseOptions;
  keyRing: KeyRingInit;
  allowedServiceUrls: readonly string[];
  allowedMediaHosts: readonly string[];
}

/** What serving needs. */
export interface ServeConfiguration extends Omit<ExchangeOptions, keyof StorageConfiguration>, StorageConfiguration {
  port: number;
  hostname: string;
  trustedProxies: number;
  /** Undefined: nowhere. */
  operator: { port: number; hostname: string } | undefined;
}

/** Everything that is wrong with the environment, in plain words, at once. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(problems: readonly string[]) {
    super(['The token exchange cannot start:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }
}

/** Reads the environment variables that the README lists. Throws a ConfigurationError. */
export function readStorageConfiguration(environment: Environment): StorageConfiguration {
  return collect((problems) => storage(environment, problems));
}

/** Reads all of them. With NODE_ENV=production, whatever is only good for development is refused. */
export function readServeConfiguration(environment: Environment): ServeConfiguration {
  return collect((problems) => {
    const configuration: ServeConfiguration = {
      ...storage(environment, problems),
      audience: required(environment, 'EXCHANGE_AUDIENCE', 'the "aud" of host tokens', problems),
      issuers: issuers(environment, problems),
      allowedOrigins: list(required(environment, 'EXCHANGE_ALLOWED_ORIGINS', 'origins of the host pages', problems)),
      ...(environment['EXCHANGE_PLANS'] !== undefined && { plans: list(environment['EXCHANGE_PLANS']) }),
      sessionSeconds: whole(environment, 'EXCHANGE_SESSION_SECONDS', 3600, [900, 3600], problems),
      port: whole(environment, 'PORT', 8787, [0, 65_535], problems),
      hostname: environment['HOST'] ?? '127.0.0.1',
      trustedProxies: whole(environment, 'EXCHANGE_TRUSTED_PROXIES', 0, [0, 10], problems),
      operator: operator(environment, problems),
    };
    if (environment['NODE_ENV'] === 'production') refuseDevelopment(environment, configuration, problems);
    return configuration;
  });
}

function collect<TConfiguration>(read: (problems: string[]) => TConfiguration): TConfiguration {
  const problems: string[] = [];
  const configuration = read(problems);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return configuration;
}

function storage(environment: Environment, problems: string[]): StorageConfiguration {
  // An empty name of a host means every address of the machine to Node, an empty file a database that nobody finds again.
  for (const name of ['EXCHANGE_SQLITE', 'EXCHANGE_KALTURA_URLS', 'EXCHANGE_PLANS', 'HOST', 'EXCHANGE_OPERATOR_HOST']) {
    if (environment[name]?.replaceAll(/[\s,]/g, '') === '')
      problems.push(`${name} is empty: leave it out for its default.`);
  }
  const url = environment['DATABASE_URL'];
  if (url !== undefined && !/^postgres(?:ql)?:\/\//.test(url))
    problems.push('DATABASE_URL must start with postgres://.');
  const keyRing = list(required(environment, 'EXCHANGE_KEYS', 'kid:key, made by "exchange key"', problems)).map(
    (entry) => {
      const [kid = '', ...rest] = entry.split(':');
      return { kid, key: rest.join(':') };
    },
  );
  const allowedServiceUrls = list(environment['EXCHANGE_KALTURA_URLS'] ?? kalturaServiceUrl);
  if (keyRing.length > 0) attempt(() => createKeyRing(keyRing), 'EXCHANGE_KEYS', problems);
  attempt(() => createServiceUrls(allowedServiceUrls), 'EXCHANGE_KALTURA_URLS', problems);
  const allowedMediaHosts = list(environment['EXCHANGE_MEDIA_HOSTS'] ?? '');
  attempt(() => createServiceUrls([], allowedMediaHosts), 'EXCHANGE_MEDIA_HOSTS', problems);
  const database = url === undefined ? { sqlite: environment['EXCHANGE_SQLITE'] ?? 'exchange.db' } : { postgres: url };
  return { database, keyRing, allowedServiceUrls, allowedMediaHosts };
}

/** The port for `/livez`, `/readyz` and `/metrics`; `off`: none. */
function operator(environment: Environment, problems: string[]): ServeConfiguration['operator'] {
  if (environment['EXCHANGE_OPERATOR_PORT'] === 'off') return undefined;
  return {
    port: whole(environment, 'EXCHANGE_OPERATOR_PORT', 8789, [0, 65_535], problems),
    hostname: environment['EXCHANGE_OPERATOR_HOST'] ?? '127.0.0.1',
  };
}

/** `issuer=source`, where the source is a JWKS URL or the path of a JWKS file. */
function issuers(environment: Environment, problems: string[]): IssuerOptions[] {
  const entries = list(required(environment, 'EXCHANGE_ISSUERS', 'issuer=JWKS URL or file', problems));
  return entries.flatMap((entry): IssuerOptions[] => {
    const [issuer, source] = entry.split(/=(.*)/s);
    if (!issuer || !source) {
      problems.push('EXCHANGE_ISSUERS must be like https://spaces.example=https://spaces.example/jwks.json.');
      return [];
    }
    if (/^https?:/.test(source)) return [{ issuer, jwksUrl: source }];
    const jwks = attempt(
      () => JSON.parse(readFileSync(source, 'utf8')) as JSONWebKeySet,
      `EXCHANGE_ISSUERS: ${source}`,
      problems,
    );
    return jwks ? [{ issuer, jwks }] : [];
  });
}

function refuseDevelopment(environment: Environment, configuration: ServeConfiguration, problems: string[]): void {
  const refuse = (isWrong: boolean, problem: string): void => {
    if (isWrong) problems.push(`${problem} (NODE_ENV is production)`);
  };
  const isLocal = (text: string): boolean => URL.canParse(text) && isLoopbackUrl(new URL(text));
  const { issuers, allowedOrigins, allowedServiceUrls, database } = configuration;
  const jwksUrls = issuers.flatMap((options) => ('jwksUrl' in options ? [options.jwksUrl] : []));
  refuse(
    issuers.some(({ issuer }) => /localhost|127\.0\.0\.1|\[::1\]/.test(issuer)),
    'EXCHANGE_ISSUERS names this machine as issuer.',
  );
  refuse(jwksUrls.some(isLocal), 'EXCHANGE_ISSUERS fetches keys without TLS.');
  refuse(
    allowedOrigins.some((origin) => !origin.startsWith('https:')),
    'EXCHANGE_ALLOWED_ORIGINS has an origin without TLS.',
  );
  refuse(allowedServiceUrls.some(isLocal), 'EXCHANGE_KALTURA_URLS names a Kaltura without TLS.');
  refuse('sqlite' in database && database.sqlite === ':memory:', 'EXCHANGE_SQLITE keeps connections in memory only.');
  refuse(
    environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0',
    'NODE_TLS_REJECT_UNAUTHORIZED=0 accepts any certificate.',
  );
}

function required(environment: Environment, name: string, what: string, problems: string[]): string {
  const value = environment[name]?.trim() ?? '';
  if (value === '') problems.push(`${name} is missing: ${what}.`);
  return value;
}

function whole(
  environment: Environment,
  name: string,
  otherwise: number,
  range: [number, number],
  problems: string[],
): number {
  const text = environment[name];
  const value = text === undefined ? otherwise : /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= range[0] && value <= range[1]))
    problems.push(`${name} must be a whole number from ${range[0]} to ${range[1]}.`);
  return value;
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

function attempt<TResult>(work: () => TResult, name: string, problems: string[]): TResult | undefined {
  try {
    return work();
  } catch (error) {
    problems.push(`${name}: ${error instanceof TypeError ? error.message : 'it cannot be read.'}`);
    return undefined;
  }
}
