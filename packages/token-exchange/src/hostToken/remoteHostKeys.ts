import type { FetchRequest } from '@spaces-kaltura/client/api';
import type { JWK } from 'jose';
import * as v from 'valibot';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { readLimitedText } from '../http/readLimitedText.ts';
import type { HostKeys } from './hostKeys.ts';
import { importHostKey, type HostKey } from './importHostKey.ts';

export interface RemoteHostKeysOptions {
  url: string;
  fetch: FetchRequest;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Told about every fetch that failed. */
  onFault?: (error: unknown) => void;
}

const fresh = 10 * 60_000;
const cooldown = 30_000;
const lastResort = 24 * 3_600_000;
const timeout = 5_000;
const largest = 64 * 1024;

const setSchema = v.object({ keys: v.pipe(v.array(v.looseObject({ kty: v.string() })), v.maxLength(64)) });

/**
 * Keys behind a JWKS URL: kept for 10 minutes, asked for again at most every 30 seconds however many unknown key ids
 * arrive, and while the URL fails the last good set serves on for up to a day.
 */
export function remoteHostKeys({ url, fetch, now, onFault }: RemoteHostKeysOptions): HostKeys {
  let keys: ReadonlyMap<string, HostKey> | undefined;
  let loadedAt = -Infinity;
  let triedAt = -Infinity;
  let loading: Promise<void> | undefined;

  async function load(): Promise<void> {
    try {
      keys = await fetchKeys(url, fetch);
      loadedAt = now();
    } catch (error) {
      onFault?.(error);
    }
  }

  return {
    async find(kid) {
      const known = now() - loadedAt < fresh && keys?.get(kid);
      if (known) return known;
      if (!loading && now() - triedAt >= cooldown) {
        triedAt = now();
        loading = load().finally(() => (loading = undefined));
      }
      await loading;
      if (keys === undefined || now() - loadedAt >= lastResort) {
        throw new ExchangeProblem('keys_unavailable', { retryAfter: cooldown / 1000 });
      }
      return keys.get(kid);
    },
  };
}

async function fetchKeys(url: string, fetch: FetchRequest): Promise<ReadonlyMap<string, HostKey>> {
  const signal = AbortSignal.timeout(timeout);
  // A redirect could lead to somebody else's keys.
  const request = new Request(url, { redirect: 'error', signal, headers: { accept: 'application/json' } });
  const response = await fetch(request);
  if (response.status !== 200) throw new Error('The JWKS URL did not answer with status 200.');
  const { keys } = v.parse(setSchema, JSON.parse(await readLimitedText(response.body, largest)));
  const imported = await Promise.allSettled(keys.map((jwk) => importHostKey(jwk as JWK)));
  const usable = imported.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  if (usable.length === 0) throw new Error('The JWKS URL answered no usable key.');
  return new Map(usable.map((key) => [key.kid, key]));
}
