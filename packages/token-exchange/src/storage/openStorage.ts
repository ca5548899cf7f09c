import type { AuditAnswer } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { createServiceUrls, kalturaServiceUrl, type ServiceUrls } from '../kaltura/serviceUrls.ts';
import { createKeyRing, type KeyRing, type KeyRingInit } from '../secrets/keyRing.ts';
import { createConnectionStore, type ConnectionStore } from './createConnectionStore.ts';
import { createHousekeeping } from './createHousekeeping.ts';
import { createRevocations, type Revocations } from './createRevocations.ts';
import { createRevision } from './createRevision.ts';
import { createUsedTokens, type UsedTokens } from './createUsedTokens.ts';
import { createUserBindings, type UserBinding, type UserBindings } from './createUserBindings.ts';
import { listAudit, type AuditPage } from './listAudit.ts';
import { openDatabase, scrubDatabase, withStorage, type DatabaseOptions } from './openDatabase.ts';
import { prepareStorage } from './prepareStorage.ts';

export interface StorageOptions {
  database: DatabaseOptions;
  keyRing: KeyRingInit;
  allowedServiceUrls?: readonly string[] | undefined;
  allowedMediaHosts?: readonly string[] | undefined;
  now: () => number;
  /** Told about connections that broke, and about a database that is not there yet. */
  onFault?: ((event: StorageFault, error: unknown) => void) | undefined;
  /** Told about every person who gets a Kaltura user. */
  onBound?: ((origin: UserBinding['origin']) => void) | undefined;
}

export type StorageFault = 'database_connection_lost' | 'storage_not_ready' | 'housekeeping_failed' | 'scrub_failed';

/** Everything the exchange keeps. */
export interface Storage {
  connections: ConnectionStore;
  bindings: UserBindings;
  revocations: Revocations;
  usedTokens: UsedTokens;
  /** A hub's changes, newest first. */
  audit: (hub: string, page: AuditPage) => Promise<AuditAnswer>;
  serviceUrls: ServiceUrls;
  keyRing: KeyRing;
  /** Undefined once the storage is ready; until then throws `storage_unavailable` or gets it ready. */
  prepare: () => Promise<void> | undefined;
  /** Throws `storage_unavailable` when the database does not answer now. */
  check: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Opens the database, brings its tables up to date and compares the keys. A PostgreSQL that is not there yet is waited
 * for by `prepare`; everything else that is wrong is thrown.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { database: where, allowedServiceUrls = [kalturaServiceUrl], now, onFault, onBound } = options;
  const serviceUrls = createServiceUrls(allowedServiceUrls, options.allowedMediaHosts);
  const keyRing = createKeyRing(options.keyRing);
  const database = openDatabase(where, (error) => onFault?.('database_connection_lost', error));
  const prepare = prepareStorage(database, keyRing);
  try {
    await prepare();
  } catch (error) {
    if (!('postgres' in where && error instanceof ExchangeProblem)) {
      await database.destroy();
      throw error;
    }
    onFault?.('storage_not_ready', error.cause);
  }
  const revision = createRevision(database, now);
  const scrub = (): Promise<void> =>
    scrubDatabase(database, where).catch((error: unknown) => onFault?.('scrub_failed', error));
  const housekeeping = createHousekeeping({ database, revision, now, scrub });
  const tidy = setInterval(() => {
    housekeeping().catch((error: unknown) => onFault?.('housekeeping_failed', error));
  }, housekeepingEvery).unref();
  return {
    connections: createConnectionStore({ database, keyRing, revision, serviceUrls, now, scrub }),
    bindings: createUserBindings({ database, revision, now, onBound }),
    revocations: createRevocations({ database, revision, now }),
    usedTokens: createUsedTokens(database),
    audit: (hub, page) => withStorage(() => listAudit(database, hub, page)),
    serviceUrls,
    keyRing,
    prepare,
    async check() {
      await prepare();
      await revision.look();
    },
    close() {
      clearInterval(tidy);
      return database.destroy();
    },
  };
}

const housekeepingEvery = 60_000;
