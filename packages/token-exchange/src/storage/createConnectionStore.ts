import * as v from 'valibot';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { ServiceUrls } from '../kaltura/serviceUrls.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { appendAudit } from './appendAudit.ts';
import type { Connection, UnreadableConnection } from './Connection.ts';
import { connectionInitSchema, type ConnectionInit } from './ConnectionInit.ts';
import { readConnection } from './connectionRecord.ts';
import type { Revision } from './createRevision.ts';
import { withStorage, type Database } from './openDatabase.ts';
import { writeConnection } from './writeConnection.ts';

export interface StoreOptions {
  /** Who does it, for the audit. */
  actor?: string;
  /** Only if the stored version is this one; 0: only if there is none. Else `changed_meanwhile`. */
  expectedVersion?: number;
}

export interface ConnectionStore {
  /** The hub's connection, at most a second old; undefined when nobody has connected the hub. */
  get(
    hub: string,
  ): Promise<Connection | UnreadableConnection | undefined> | Connection | UnreadableConnection | undefined;
  /**
   * Creates or replaces the connection of a hub. Throws `invalid_field`, `service_url_not_allowed`, `secret_required`,
   * `changed_meanwhile`.
   */
  store(init: ConnectionInit, options?: StoreOptions): Promise<{ version: number }>;
  /** Forgets the hub's connection and, with it, the only keys that could open its secrets. */
  remove(hub: string, options?: StoreOptions): Promise<void>;
  /** Remembers how the connection is doing; the settings and their version stay as they are. */
  note(connection: Connection, observed: Observed): Promise<void>;
}

export type Observed = Partial<Pick<Connection, 'state' | 'canListAll' | 'canUpload' | 'checkedAt'>>;

export interface ConnectionStoreOptions {
  database: Database;
  keyRing: KeyRing;
  revision: Revision;
  serviceUrls: ServiceUrls;
  now: () => number;
}

const remembered = 10_000;

export function createConnectionStore(options: ConnectionStoreOptions): ConnectionStore {
  const { database, keyRing, revision, serviceUrls, now } = options;
  const cache = new Map<string, Connection | UnreadableConnection | undefined>();
  let generation = revision.generation;

  async function load(hub: string): Promise<Connection | UnreadableConnection | undefined> {
    await revision.check();
    forgetIfChanged();
    if (cache.has(hub)) return cache.get(hub);
    const startedIn = revision.generation;
    const connection = await withStorage(() => readConnection(database, hub, keyRing));
    // A change that was committed while we read belongs to a later generation.
    if (startedIn === revision.generation) {
      forgetIfChanged();
      if (cache.size >= remembered) cache.clear();
      cache.set(hub, connection);
    }
    return connection;
  }

  /** Changes rows and tells every instance, in one transaction. */
  async function change<TResult>(work: (transaction: Database) => Promise<TResult>): Promise<TResult> {
    const result = await withStorage(() =>
      database.transaction().execute(async (transaction) => {
        const done = await work(transaction);
        await revision.raise(transaction);
        return done;
      }),
    );
    revision.changed();
    return result;
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

    async store(input, { actor = 'operator', expectedVersion } = {}) {
      const parsed = parseInit(input);
      const init = { ...parsed, serviceUrl: serviceUrls.parse(parsed.serviceUrl) };
      const mediaHosts = init.mediaHosts ?? serviceUrls.mediaHostsOf(init.serviceUrl);
      const { version } = await change(async (transaction) => {
        const write = { init, mediaHosts, expectedVersion, keyRing, now: now() };
        const written = await writeConnection(transaction, write);
        await appendAudit(transaction, {
          hub: init.hub,
          at: now(),
          actor,
          action: written.isNew ? 'connection_created' : 'connection_changed',
          detail: { ...written, serviceUrl: init.serviceUrl, partnerId: init.partnerId },
        });
        return written;
      });
      return { version };
    },

    async remove(hub, { actor = 'operator', expectedVersion } = {}) {
      await change(async (transaction) => {
        const row = await transaction
          .selectFrom('connections')
          .select(['id', 'version'])
          .where('hub', '=', hub)
          .executeTakeFirst();
        if (expectedVersion !== undefined && expectedVersion !== (row?.version ?? 0)) {
          throw new ExchangeProblem('changed_meanwhile');
        }
        if (row === undefined) return;
        await transaction.deleteFrom('connection_tokens').where('connection_id', '=', row.id).execute();
        await transaction.deleteFrom('connections').where('hub', '=', hub).execute();
        await appendAudit(transaction, { hub, at: now(), actor, action: 'connection_removed', detail: row });
      });
    },

    async note(connection, observed) {
      const { hub, version } = connection;
      const columns = {
        ...(observed.state !== undefined && { state: observed.state }),
        ...(observed.state !== undefined && observed.state !== connection.state && { state_since: now() }),
        ...(observed.canListAll !== undefined && { can_list_all: fromTruth(observed.canListAll) }),
        ...(observed.canUpload !== undefined && { can_upload: fromTruth(observed.canUpload) }),
        ...(observed.checkedAt !== undefined && { checked_at: observed.checkedAt }),
      };
      await change((transaction) =>
        transaction
          .updateTable('connections')
          .set(columns)
          .where('hub', '=', hub)
          .where('version', '=', version)
          .execute(),
      );
    },
  };
}

function parseInit(input: ConnectionInit): ConnectionInit {
  const result = v.safeParse(connectionInitSchema, input);
  if (result.success) return result.output;
  const errors = result.issues.map((issue) => ({
    pointer: `/${issue.path?.map(({ key }) => String(key)).join('/') ?? ''}`,
    code: issue.type,
  }));
  throw new ExchangeProblem('invalid_field', { errors });
}

const fromTruth = (value: boolean | null): number | null => (value === null ? null : Number(value));
