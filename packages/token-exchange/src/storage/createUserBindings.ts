import { ExchangeProblem } from '../ExchangeProblem.ts';
import { lowerAscii } from '../kaltura/toKalturaUserId.ts';
import type { Revision } from './createRevision.ts';
import { withStorage, type Database } from './openDatabase.ts';

/** A person of the host, within a hub's Kaltura account. */
export interface HostPerson {
  hub: string;
  scope: string;
  issuer: string;
  subject: string;
}

export interface UserBinding {
  /** As Kaltura spells it. */
  readonly kalturaUserId: string;
  readonly origin: 'matched' | 'created';
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** Which Kaltura user each person is. Written once: no later session, and no changed email, moves it. */
export interface UserBindings {
  find(person: HostPerson): Promise<UserBinding | undefined> | UserBinding | undefined;
  /** Throws `kaltura_user_taken` when another person has this Kaltura user already. */
  assertFree(person: HostPerson, kalturaUserId: string): Promise<void>;
  /** Binds a person who has no binding yet. Throws `kaltura_user_taken` when another person was first. */
  bind(person: HostPerson, kalturaUserId: string, origin: UserBinding['origin']): Promise<UserBinding>;
}

export interface UserBindingsOptions {
  database: Database;
  revision: Revision;
  now: () => number;
  /** Told about every person who gets a Kaltura user. */
  onBound?: ((origin: UserBinding['origin']) => void) | undefined;
}

const remembered = 100_000;

export function createUserBindings({ database, revision, now, onBound }: UserBindingsOptions): UserBindings {
  const cache = new Map<string, UserBinding>();
  let generation = revision.generation;

  function recall(key: string): UserBinding | undefined {
    if (generation !== revision.generation) cache.clear();
    generation = revision.generation;
    return cache.get(key);
  }

  async function read(person: HostPerson): Promise<UserBinding | undefined> {
    const { hub, scope, issuer, subject } = person;
    const row = await withStorage(() =>
      database
        .selectFrom('user_bindings')
        .select(['kaltura_user_id', 'origin', 'created_at'])
        .where('hub', '=', hub)
        .where('scope', '=', scope)
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst(),
    );
    if (row === undefined) return undefined;
    const origin = row.origin === 'created' ? 'created' : 'matched';
    const binding: UserBinding = { kalturaUserId: row.kaltura_user_id, origin, createdAt: row.created_at };
    if (cache.size >= remembered) cache.clear();
    cache.set(keyOf(person), binding);
    return binding;
  }

  return {
    find: (person) => recall(keyOf(person)) ?? read(person),

    async assertFree({ hub, scope, issuer, subject }, kalturaUserId) {
      const row = await withStorage(() =>
        database
          .selectFrom('user_bindings')
          .select(['issuer', 'subject'])
          .where('hub', '=', hub)
          .where('scope', '=', scope)
          .where('kaltura_user_key', '=', lowerAscii(kalturaUserId))
          .executeTakeFirst(),
      );
      // The same person may have been bound a moment ago, in another tab or by another instance.
      if (row && (row.issuer !== issuer || row.subject !== subject)) throw new ExchangeProblem('kaltura_user_taken');
    },

    async bind(person, kalturaUserId, origin) {
      const { numInsertedOrUpdatedRows } = await withStorage(() =>
        database
          .insertInto('user_bindings')
          .values({
            hub: person.hub,
            scope: person.scope,
            issuer: person.issuer,
            subject: person.subject,
            kaltura_user_id: kalturaUserId,
            kaltura_user_key: lowerAscii(kalturaUserId),
            origin,
            created_at: now(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow(),
      );
      if (numInsertedOrUpdatedRows === 1n) onBound?.(origin);
      const binding = await read(person);
      // No row of this person: the Kaltura user was taken by somebody else first.
      if (binding === undefined) throw new ExchangeProblem('kaltura_user_taken');
      return binding;
    },
  };
}

const keyOf = ({ hub, scope, issuer, subject }: HostPerson): string => `${hub}\n${scope}\n${issuer}\n${subject}`;
