import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readServeConfiguration, type Environment } from './readEnvironment.ts';

const good: Environment = {
  EXCHANGE_KEYS: `2026:${randomBytes(32).toString('base64')},2025:${randomBytes(32).toString('base64')}`,
  EXCHANGE_AUDIENCE: 'https://exchange.spaces.example',
  EXCHANGE_ISSUERS: 'https://spaces.example=https://spaces.example/jwks.json?v=1',
  EXCHANGE_ALLOWED_ORIGINS: 'https://spaces.example, https://www.spaces.example',
};

describe('the environment of the exchange', () => {
  it('is read with its defaults', () => {
    expect(readServeConfiguration({ ...good, NODE_ENV: 'production' })).toMatchObject({
      database: { sqlite: 'exchange.db' },
      keyRing: [{ kid: '2026' }, { kid: '2025' }],
      audience: 'https://exchange.spaces.example',
      issuers: [{ issuer: 'https://spaces.example', jwksUrl: 'https://spaces.example/jwks.json?v=1' }],
      allowedOrigins: ['https://spaces.example', 'https://www.spaces.example'],
      allowedServiceUrls: ['https://www.kaltura.com'],
      sessionSeconds: 3600,
      port: 8787,
      hostname: '127.0.0.1',
      trustedProxies: 0,
      operator: { port: 8789, hostname: '127.0.0.1' },
    });
    expect(readServeConfiguration({ ...good, EXCHANGE_OPERATOR_PORT: 'off' }).operator).toBeUndefined();
    expect(readServeConfiguration({ ...good, DATABASE_URL: 'postgres://db/x', EXCHANGE_PLANS: 'a,b' })).toMatchObject({
      database: { postgres: 'postgres://db/x' },
      plans: ['a', 'b'],
    });
  });

  it('is told about everything that is missing at once, without any value of it', () => {
    const start = () => readServeConfiguration({ EXCHANGE_KEYS: '2026:s3cr3t', PORT: 'http' });
    expect(start).toThrow(/^The token exchange cannot start:/);
    for (const name of ['EXCHANGE_KEYS', 'EXCHANGE_AUDIENCE', 'EXCHANGE_ISSUERS', 'EXCHANGE_ALLOWED_ORIGINS', 'PORT']) {
      expect(start).toThrow(name);
    }
    expect(start).not.toThrow('s3cr3t');
  });

  it.each<[string, Environment]>([
    ['EXCHANGE_KEYS', { EXCHANGE_KEYS: '2026:c2hvcnQ=' }],
    ['EXCHANGE_KEYS', { EXCHANGE_KEYS: `2026:${Buffer.alloc(32).toString('base64')}` }],
    [
      'EXCHANGE_KEYS',
      { EXCHANGE_KEYS: `a:${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')};b:c2hvcnQ=` },
    ],
    ['EXCHANGE_ISSUERS', { EXCHANGE_ISSUERS: 'https://spaces.example' }],
    ['EXCHANGE_ISSUERS', { EXCHANGE_ISSUERS: 'https://spaces.example=/nowhere/jwks.json' }],
    ['EXCHANGE_KALTURA_URLS', { EXCHANGE_KALTURA_URLS: 'http://www.kaltura.com' }],
    ['EXCHANGE_KALTURA_URLS', { EXCHANGE_KALTURA_URLS: 'https://*.kaltura.com' }],
    ['EXCHANGE_MEDIA_HOSTS', { EXCHANGE_MEDIA_HOSTS: 'https://cdn.kaltura.com' }],
    ['EXCHANGE_MEDIA_HOSTS', { EXCHANGE_MEDIA_HOSTS: '*.kaltura.com' }],
    ['EXCHANGE_SESSION_SECONDS', { EXCHANGE_SESSION_SECONDS: '86400' }],
    ['EXCHANGE_TRUSTED_PROXIES', { EXCHANGE_TRUSTED_PROXIES: '-1' }],
    ['EXCHANGE_OPERATOR_PORT', { EXCHANGE_OPERATOR_PORT: 'on' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['EXCHANGE_SQLITE', { EXCHANGE_SQLITE: '' }],
    ['EXCHANGE_KALTURA_URLS', { EXCHANGE_KALTURA_URLS: ' ' }],
    ['EXCHANGE_PLANS', { EXCHANGE_PLANS: ' , ' }],
    // Node listens on every address of the machine for an empty name.
    ['HOST', { HOST: '' }],
    ['EXCHANGE_OPERATOR_HOST', { EXCHANGE_OPERATOR_HOST: ' ' }],
  ])('is refused for %s: %j', (name, change) => {
    expect(() => readServeConfiguration({ ...good, ...change })).toThrow(name);
  });

  it.each<[string, Environment]>([
    ['EXCHANGE_ISSUERS', { EXCHANGE_ISSUERS: 'http://localhost:5173=https://spaces.example/jwks.json' }],
    ['EXCHANGE_ISSUERS', { EXCHANGE_ISSUERS: 'https://spaces.example=http://127.0.0.1:5173/jwks.json' }],
    ['EXCHANGE_ALLOWED_ORIGINS', { EXCHANGE_ALLOWED_ORIGINS: 'http://localhost:5173' }],
    ['EXCHANGE_KALTURA_URLS', { EXCHANGE_KALTURA_URLS: 'http://127.0.0.1:8788' }],
    ['EXCHANGE_SQLITE', { EXCHANGE_SQLITE: ':memory:' }],
    ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
  ])('is fine in development and refused in production for %s: %j', (name, change) => {
    expect(readServeConfiguration({ ...good, ...change })).toBeTruthy();
    expect(() => readServeConfiguration({ ...good, ...change, NODE_ENV: 'production' })).toThrow(name);
  });
});
