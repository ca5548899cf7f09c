import type { ServiceUrls } from '../kaltura/serviceUrls.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { isReadable, type Connection, type UnreadableConnection } from './Connection.ts';
import { openConnection, readRows } from './connectionRecord.ts';
import type { Revision } from './createRevision.ts';
import { withStorage, type Database } from './openDatabase.ts';

/** What is stored for a hub; undefined when nobody has connected it. */
export type StoredConnection = Connection | UnreadableConnection | undefined;

export interface ConnectionReader {
  /** At most a second old, and the very same object as long as nothing has changed. */
  get(hub: string): Promise<StoredConnection> | StoredConnection;
  /** As it is in the database now, whichever instance changed it. */
  getLatest(hub: string): Promise<StoredConnection>;
}

export interface ConnectionReaderOptions {
  database: Database;
  keyRing: KeyRing;
  revision: Revision;
  serviceUrls: ServiceUrls;
}

const remembered = 10_000;

/** Reads connections, and keeps what was read until somebody changes something. */
export function createConnectionReader({
  database,
  keyRing,
  revision,
  serviceUrls,
}: ConnectionReaderOptions): ConnectionReader {
  const cache = new Map<string, StoredConnection>();
  let generation = revision.generation;

  async function load(hub: string): Promise<StoredConnection> {
    await revision.check();
    forgetIfChanged();
    if (cache.has(hub)) return cache.get(hub);
    const startedIn = revision.generation;
    const connection = await getLatest(hub);
    // A change that was committed while we read belongs to a later generation.
    if (startedIn === revision.generation) {
      forgetIfChanged();
      if (cache.size >= remembered) cache.clear();
      cache.set(hub, connection);
    }
    return connection;
  }

  async function getLatest(hub: string): Promise<StoredConnection> {
    const rows = await withStorage(() => readRows(database, hub));
    return rows && withMediaHosts(openConnection(rows, keyRing));
  }

  /** The operator may allow others than when the connection was stored. */
  function withMediaHosts(connection: Connection | UnreadableConnection): Connection | UnreadableConnection {
    if (!isReadable(connection)) return connection;
    const allowed = serviceUrls.mediaHostsOf(connection.serviceUrl);
    return { ...connection, hosts: [...new Set([...connection.hosts, ...allowed])] };
  }

  function forgetIfChanged(): void {
    if (generation === revision.generation) return;
    cache.clear();
    generation = revision.generation;
  }

  return {
    get(hub) {
      if (revision.check() !== undefined) return load(hub);
      forgetIfChanged();
      const connection = cache.get(hub);
      return connection !== undefined || cache.has(hub) ? connection : load(hub);
    },
    getLatest,
  };
}
