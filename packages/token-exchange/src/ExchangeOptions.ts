import type { FetchRequest } from '@spaces-kaltura/client/api';
import type { JSONWebKeySet } from 'jose';
import type { Log } from './log.ts';
import type { KeyRingInit } from './secrets/keyRing.ts';
import type { DatabaseOptions } from './storage/openDatabase.ts';

/** A host app whose tokens are taken: its exact `iss`, and its public keys or where to fetch them. */
export type IssuerOptions = { issuer: string } & ({ jwks: JSONWebKeySet } | { jwksUrl: string });

export interface ExchangeOptions {
  database: DatabaseOptions;
  /** Keys for the secrets in the database, the current one first. */
  keyRing: KeyRingInit;
  /** The `aud` of host tokens: one text that names this exchange. */
  audience: string;
  issuers: readonly IssuerOptions[];
  /** Exact origins of the web pages that may call, such as `https://spaces.example`. */
  allowedOrigins: readonly string[];
  /** Exact Kaltura service URLs that connections may name; default Kaltura's own. http is possible on loopback only. */
  allowedServiceUrls?: readonly string[] | undefined;
  /** Exact hosts, besides a service's own, that its pictures and videos may come from: those of its content delivery network. */
  allowedMediaHosts?: readonly string[] | undefined;
  /** Plans that include Kaltura; default `enterprise` and `university`. */
  plans?: readonly string[] | undefined;
  /** How long a KS is asked for, in seconds, 900 to 3600; default 3600. */
  sessionSeconds?: number | undefined;
  /** For calls to Kaltura and to JWKS URLs. */
  fetch?: FetchRequest | undefined;
  /** Milliseconds since 1970. */
  clock?: { now(): number } | undefined;
  /** 0 ≤ x < 1; spreads renewals. */
  random?: (() => number) | undefined;
  /** Gets every log entry; default: none. See `createJsonLog`. */
  log?: Log | undefined;
}
