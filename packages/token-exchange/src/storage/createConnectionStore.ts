import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { ServiceUrls } from '../kaltura/serviceUrls.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import type { Actor } from './Actor.ts';
import { appendAudit } from './appendAudit.ts';
import type { ConnectionChange } from './changeConnection.ts';
import type { Connection, TokenPurpose } from './Connection.ts';
import { parseConnectionInit, type ConnectionInit } from './ConnectionInit.ts';
import { readRows } from './connectionRecord.ts';
import { createConnectionReader, type ConnectionReader } from './createConnectionReader.ts';
import type { Revision } from './createRevision.ts';
import { describeConnection, type ConnectionDescription } from './describeConnection.ts';
import { withStorage, type Database } from './openDatabase.ts';
import { pauseConnection } from './pauseConnection.ts';
import { removeConnection } from './removeConnection.ts';
import { toCandidate } from './toCandidate.ts';
import { endRotations, rotateToken, type TokenRotationInit } from './rotateToken.ts';
import { writeConnection } from './writeConnection.ts';

export interface ChangeOptions {
  /** Who does it, for the audit; default: the operator. */
  by?: Actor;
  /** Only if the stored version is this one; 0: only if there is none. Else `changed_meanwhile`. */
  expectedVersion?: number;
}

export interface ConnectionStore extends ConnectionReader {
  /** As it is in the database now, for admins: also what is unreadable. */
  describe(hub: string): Promise<ConnectionDescription | undefined>;
  /**
   * Creates or replaces the connection of a hub. Throws `invalid_field`, `service_url_not_allowed`, `secret_required`,
   * `changed_meanwhile`.
   */
  store(init: ConnectionInit, options?: ChangeOptions): Promise<ConnectionDescription>;
  /** What `store` would make of it, without storing it. Throws as `store` does, but for `changed_meanwhile`. */
  preview(init: ConnectionInit): Promise<Connection>;
  /** Forgets the hub's connection and, with it, the only keys that could open its secrets. */
  remove(hub: string, options?: ChangeOptions): Promise<void>;
  /** While a connection is paused, nobody gets a session; its settings stay. Throws `not_connected`. */
  pause(hub: string, options?: ChangeOptions): Promise<ConnectionDescription>;
  resume(hub: string, options?: ChangeOptions): Promise<ConnectionDescription>;
  /** Puts a new App Token in the place of one that stays at hand for a day. Throws `not_connected`, `no_player_token`. */
  rotate(hub: string, init: TokenRotationInit, options?: ChangeOptions): Promise<ConnectionDescription>;
  /** Forgets all former tokens now. */
  endRotations(hub: string, options?: ChangeOptions): Promise<ConnectionDescription>;
  /** Remembers how the connection is doing; the settings and their version stay as they are. */
  note(connection: Connection, observed: Observed): Promise<void>;
  /** Remembers whether the former token serves in place of the current one. */
  noteFormer(connection: Connection, purpose: TokenPurpose, serves: boolean): Promise<void>;
}

/** What a session or a test has shown of a connection. */
export interface Observed extends Partial<Pick<Connection, 'state' | 'canListAll' | 'canUpload' | 'checkedAt'>> {
  grantedPrivileges?: readonly string[];
}

export interface ConnectionStoreOptions {
  database: Database;
  keyRing: KeyRing;
  revision: Revision;
  serviceUrls: ServiceUrls;
  now: () => number;
  /** Overwrites what was deleted, where the database needs to be told. */
  scrub: () => Promise<void>;
}

const operator: Actor = { kind: 'operator' };

export function createConnectionStore(options: ConnectionStoreOptions): ConnectionStore {
  const { database, keyRing, revision, serviceUrls, now, scrub } = options;
  const reader = createConnectionReader({ database, keyRing, revision, serviceUrls });

  async function describeIn(transaction: Database, hub: string): Promise<ConnectionDescription> {
    const rows = await readRows(transaction, hub);
    if (rows === undefined) throw new ExchangeProblem('not_connected');
    return describeConnection(rows, keyRing, now());
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

  /** A change of one hub's connection, and the connection after it. */
  async function changeOf(
    hub: string,
    { by = operator, expectedVersion }: ChangeOptions,
    work: (transaction: Database, change: ConnectionChange, by: Actor) => Promise<void>,
  ): Promise<ConnectionDescription> {
    const description = await change(async (transaction) => {
      await work(transaction, { hub, expectedVersion, now: now() }, by);
      return describeIn(transaction, hub);
    });
    await scrub();
    return description;
  }

  return {
    ...reader,

    async describe(hub) {
      const rows = await withStorage(() => readRows(database, hub));
      return rows && describeConnection(rows, keyRing, now());
    },

    async store(input, changeOptions = {}) {
      const parsed = parseConnectionInit(input);
      const init = { ...parsed, serviceUrl: serviceUrls.parse(parsed.serviceUrl) };
      const mediaHosts = serviceUrls.mediaHostsOf(init.serviceUrl);
      return changeOf(init.hub, changeOptions, async (transaction, { hub, expectedVersion, now }, by) => {
        const write = { init, mediaHosts, expectedVersion, keyRing, now };
        const { isNew, version, fields, tokenIds } = await writeConnection(transaction, write);
        const action = isNew ? 'connection_created' : 'connection_changed';
        const detail = {
          service_url: init.serviceUrl,
          partner_id: init.partnerId,
          fields,
          token_ids: tokenIds,
        };
        await appendAudit(transaction, { hub, at: now, by, action, version, detail });
      });
    },

    async preview(input) {
      const parsed = parseConnectionInit(input);
      const init = { ...parsed, serviceUrl: serviceUrls.parse(parsed.serviceUrl) };
      return toCandidate(init, serviceUrls.mediaHostsOf(init.serviceUrl), await reader.getLatest(init.hub));
    },

    async remove(hub, { by = operator, expectedVersion } = {}) {
      await change((transaction) => removeConnection(transaction, { hub, expectedVersion, now: now() }, by));
      await scrub();
    },

    pause: (hub, changeOptions = {}) =>
      changeOf(hub, changeOptions, (transaction, change, by) => pauseConnection(transaction, change, by, true)),

    resume: (hub, changeOptions = {}) =>
      changeOf(hub, changeOptions, (transaction, change, by) => pauseConnection(transaction, change, by, false)),

    rotate: (hub, init, changeOptions = {}) =>
      changeOf(hub, changeOptions, (transaction, change, by) => rotateToken(transaction, change, by, init, keyRing)),

    endRotations: (hub, changeOptions = {}) => changeOf(hub, changeOptions, endRotations),

    async note(connection, observed) {
      const { hub, version } = connection;
      const { state, canListAll, canUpload, grantedPrivileges, checkedAt } = observed;
      const columns = {
        ...(state !== undefined && { state }),
        ...(state !== undefined && state !== connection.state && { state_since: now() }),
        ...(canListAll !== undefined && { can_list_all: fromTruth(canListAll) }),
        ...(canUpload !== undefined && { can_upload: fromTruth(canUpload) }),
        ...(grantedPrivileges !== undefined && { granted_privileges: JSON.stringify(grantedPrivileges) }),
        ...(checkedAt !== undefined && { checked_at: checkedAt }),
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

    async noteFormer({ id, version }, purpose, serves) {
      await change(async (transaction) => {
        const current = transaction.selectFrom('connections').select('id').where('id', '=', id);
        await transaction
          .updateTable('app_tokens')
          .set({ serves_since: serves ? now() : null })
          .where('connection_id', 'in', current.where('version', '=', version))
          .where('purpose', '=', purpose)
          .where('is_former', '=', 1)
          .where('serves_since', serves ? 'is' : 'is not', null)
          .execute();
      });
    },
  };
}

const fromTruth = (value: boolean | null): number | null => (value === null ? null : Number(value));
