import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { ServiceUrls } from '../kaltura/serviceUrls.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { Secret } from '../secrets/Secret.ts';
import { sealSecret } from '../secrets/sealSecret.ts';
import { appendAudit } from './appendAudit.ts';
import type { Connection, TokenPurpose, UnreadableConnection } from './Connection.ts';
import { connectionInitSchema, type AppTokenInit, type ConnectionInit } from './ConnectionInit.ts';
import { sealContext, toConnection } from './connectionRecord.ts';
import type { Revision } from './createRevision.ts';
import { withStorage, type Database } from './openDatabase.ts';
import type { ConnectionsTable, ConnectionTokensTable } from './tables.ts';

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
    const row = await withStorage(() =>
      database.selectFrom('connections').selectAll().where('hub', '=', hub).executeTakeFirst(),
    );
    const tokenRows = row === undefined ? [] : await withStorage(() => tokensOf(database, row.id));
    const connection = row && toConnection(row, tokenRows, keyRing);
    // A change that was committed while we read belongs to a later generation.
    if (startedIn === revision.generation) {
      forgetIfChanged();
      if (cache.size >= remembered) cache.clear();
      cache.set(hub, connection);
    }
    return connection;
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
      const init = parseInit(input);
      const serviceUrl = serviceUrls.parse(init.serviceUrl);
      const mediaHosts = init.mediaHosts ?? serviceUrls.mediaHostsOf(serviceUrl);
      const version = await withStorage(() =>
        database.transaction().execute(async (transaction) => {
          const existing = await transaction
            .selectFrom('connections')
            .selectAll()
            .where('hub', '=', init.hub)
            .executeTakeFirst();
          if (expectedVersion !== undefined && expectedVersion !== (existing?.version ?? 0)) {
            throw new ExchangeProblem('changed_meanwhile');
          }
          const row: ConnectionsTable = {
            hub: init.hub,
            id: existing?.id ?? randomUUID(),
            version: (existing?.version ?? 0) + 1,
            service_url: serviceUrl,
            partner_id: init.partnerId,
            user_id_mapping: init.userIdMapping ?? 'email',
            conversion_profile_id: init.conversionProfileId ?? null,
            media_hosts: JSON.stringify(mediaHosts),
            accepted_privileges: JSON.stringify(init.acceptedPrivileges ?? []),
            state: 'ok',
            state_since: now(),
            can_list_all: null,
            can_upload: null,
            checked_at: null,
            created_at: existing?.created_at ?? now(),
            updated_at: now(),
          };
          const before = existing && { row: existing, tokens: await tokensOf(transaction, existing.id) };
          const tokens = Object.entries(init.tokens).flatMap(([purpose, token]) =>
            token === undefined ? [] : [sealToken(row, purpose as TokenPurpose, token, before, keyRing)],
          );
          const written = existing
            ? await transaction
                .updateTable('connections')
                .set(row)
                .where('hub', '=', row.hub)
                .where('version', '=', existing.version)
                .executeTakeFirst()
                .then(({ numUpdatedRows }) => numUpdatedRows)
            : await transaction
                .insertInto('connections')
                .values(row)
                .onConflict((conflict) => conflict.doNothing())
                .executeTakeFirst()
                .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows);
          if (written !== 1n) throw new ExchangeProblem('changed_meanwhile');
          await transaction.deleteFrom('connection_tokens').where('connection_id', '=', row.id).execute();
          await transaction.insertInto('connection_tokens').values(tokens).execute();
          await appendAudit(transaction, {
            hub: row.hub,
            at: now(),
            actor,
            action: existing ? 'connection_changed' : 'connection_created',
            detail: {
              version: row.version,
              serviceUrl,
              partnerId: row.partner_id,
              tokenIds: tokens.map((t) => t.token_id),
            },
          });
          await revision.raise(transaction);
          return row.version;
        }),
      );
      revision.changed();
      return { version };
    },

    async remove(hub, { actor = 'operator', expectedVersion } = {}) {
      await withStorage(() =>
        database.transaction().execute(async (transaction) => {
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
          await revision.raise(transaction);
        }),
      );
      revision.changed();
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
      await withStorage(() =>
        database.transaction().execute(async (transaction) => {
          await transaction
            .updateTable('connections')
            .set(columns)
            .where('hub', '=', hub)
            .where('version', '=', version)
            .execute();
          await revision.raise(transaction);
        }),
      );
      revision.changed();
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

function sealToken(
  row: ConnectionsTable,
  purpose: TokenPurpose,
  token: AppTokenInit,
  before: { row: ConnectionsTable; tokens: readonly ConnectionTokensTable[] } | undefined,
  keyRing: KeyRing,
): ConnectionTokensTable {
  const columns = { connection_id: row.id, purpose, token_id: token.id, hash_type: token.hashType };
  if (token.secret !== undefined) {
    const { kid, wrappedKey, sealed } = sealSecret(new Secret(token.secret), sealContext(row, columns), keyRing);
    return { ...columns, kid, wrapped_key: wrappedKey, sealed };
  }
  // A secret goes only where it was entered for: with any of these changed it has to be entered again.
  const kept = before?.tokens.find((stored) => stored.purpose === purpose);
  const context = JSON.stringify(sealContext(row, columns));
  if (!before || !kept || JSON.stringify(sealContext(before.row, kept)) !== context) {
    throw new ExchangeProblem('secret_required');
  }
  return kept;
}

function tokensOf(database: Database, connectionId: string): Promise<ConnectionTokensTable[]> {
  return database.selectFrom('connection_tokens').selectAll().where('connection_id', '=', connectionId).execute();
}

const fromTruth = (value: boolean | null): number | null => (value === null ? null : Number(value));
