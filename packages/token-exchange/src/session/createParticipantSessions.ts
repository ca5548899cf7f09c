import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import { toKalturaUserId } from '../kaltura/toKalturaUserId.ts';
import { bindingScope, type Connection } from '../storage/Connection.ts';
import type { ConnectionStore } from '../storage/createConnectionStore.ts';
import type { Revocations } from '../storage/createRevocations.ts';
import type { HostPerson, UserBinding, UserBindings } from '../storage/createUserBindings.ts';
import type { SessionBroker } from './createSessionBroker.ts';
import { createGrantKey, createPlaybackKey, type Grant, type GrantKey, type GrantOwner } from './Grant.ts';
import { underConnection } from './underConnection.ts';

export interface ParticipantSession {
  connection: Connection;
  grant: Grant;
  binding: UserBinding;
}

/** Sessions for the people of host tokens: finds the hub's connection and who the person is in Kaltura. */
export interface ParticipantSessions {
  /** At once where everything is known already. Throws ExchangeProblem. */
  open(hostToken: HostToken, stale?: string): Promise<ParticipantSession> | ParticipantSession;
  /**
   * A session that plays this one entry and does nothing else, if the host token names it. Throws ExchangeProblem:
   * `entry_not_named`, `no_player_token`, or as `open`.
   */
  openPlayback(hostToken: HostToken, entryId: string, stale?: string): Promise<ParticipantSession>;
}

export interface ParticipantSessionsOptions {
  connections: ConnectionStore;
  bindings: UserBindings;
  revocations: Revocations;
  broker: SessionBroker;
}

/**
 * Who a host token stands for in Kaltura; true as long as the connection is the very same object, which any change of
 * anything makes a new one.
 */
interface Known {
  connection: Connection;
  binding: UserBinding;
  key: GrantKey;
}

export function createParticipantSessions(options: ParticipantSessionsOptions): ParticipantSessions {
  const { connections, bindings, revocations, broker } = options;
  const known = new WeakMap<HostToken, Known>();

  /** A session under a key that depends on who the person is in Kaltura; who that is may come out of the session itself. */
  async function identify(
    connection: Connection,
    hostToken: HostToken,
    keyOf: (who: GrantOwner) => GrantKey,
    stale?: string,
  ): Promise<ParticipantSession> {
    const wanted = toKalturaUserId(connection.userIdMapping, hostToken);
    const person = toHostPerson(connection, hostToken);
    await revocations.assertAdmitted(person);
    const before = await bindings.find(person);
    if (before === undefined) await bindings.assertFree(person, wanted);
    const key = keyOf({ person: hostToken.person, kalturaUserId: before?.kalturaUserId ?? wanted });
    const grant = broker.cached(key, stale) ?? (await broker.open(key));
    const binding = before ?? (await bindings.bind(person, grant.kalturaUserId, grant.origin));
    // Somebody bound this very person to another user meanwhile: that one counts, and this KS is not for it.
    if (before === undefined && binding.kalturaUserId !== grant.kalturaUserId)
      throw new ExchangeProblem('email_ambiguous');
    // The host may have spoken while Kaltura was asked.
    await revocations.assertAdmitted(person);
    if (key.purpose === 'editor') known.set(hostToken, { connection, binding, key });
    return { connection, grant, binding };
  }

  return {
    open: (hostToken, stale) =>
      underConnection(connections, hostToken.hub, (connection) => {
        const person = known.get(hostToken);
        const grant = person?.connection === connection ? broker.cached(person.key, stale) : undefined;
        if (person && grant) return { connection, grant, binding: person.binding };
        return identify(connection, hostToken, (who) => createGrantKey(connection, who), stale);
      }),

    async openPlayback(hostToken, entryId, stale) {
      if (!hostToken.entries.includes(entryId)) throw new ExchangeProblem('entry_not_named');
      return underConnection(connections, hostToken.hub, (connection) => {
        if (!connection.tokens.has('player')) throw new ExchangeProblem('no_player_token');
        return identify(connection, hostToken, (who) => createPlaybackKey(connection, who, entryId), stale);
      });
    },
  };
}

export const toHostPerson = (connection: Connection, { hub, issuer, subject }: HostToken): HostPerson => ({
  hub,
  scope: bindingScope(connection),
  issuer,
  subject,
});
