import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import { toKalturaUserId } from '../kaltura/toKalturaUserId.ts';
import { bindingScope, isReadable, type Connection } from '../storage/Connection.ts';
import type { ConnectionStore } from '../storage/createConnectionStore.ts';
import type { HostPerson, UserBinding, UserBindings } from '../storage/createUserBindings.ts';
import type { SessionBroker } from './createSessionBroker.ts';
import type { Grant } from './Grant.ts';

export interface ParticipantSession {
  connection: Connection;
  grant: Grant;
  binding: UserBinding;
}

/** Sessions for the people of host tokens: finds the hub's connection and who the person is in Kaltura. */
export interface ParticipantSessions {
  /** Throws ExchangeProblem. */
  open(hostToken: HostToken, stale?: string): Promise<ParticipantSession>;
}

export interface ParticipantSessionsOptions {
  connections: ConnectionStore;
  bindings: UserBindings;
  broker: SessionBroker;
}

export function createParticipantSessions(options: ParticipantSessionsOptions): ParticipantSessions {
  const { connections, bindings, broker } = options;
  return {
    async open(hostToken, stale) {
      const connection = await connectionOf(connections, hostToken);
      const wanted = toKalturaUserId(connection.userIdMapping, hostToken);
      const person = toHostPerson(connection, hostToken);
      const binding = await bindings.find(person);
      if (binding === undefined) await bindings.assertFree(person, wanted);
      const userId = binding?.kalturaUserId ?? wanted;
      const request = { connection, purpose: 'editor', userId, stale } as const;
      const grant = broker.cached(request) ?? (await broker.open(request));
      if (binding !== undefined) return { connection, grant, binding };
      const bound = await bindings.bind(person, grant.kalturaUserId, grant.origin);
      // Somebody bound this very person to another user meanwhile: that one counts, and this KS is not for it.
      if (bound.kalturaUserId !== grant.kalturaUserId) throw new ExchangeProblem('email_ambiguous');
      return { connection, grant, binding: bound };
    },
  };
}

/** The hub's connection. Throws `not_connected` or `secret_unreadable`. */
export async function connectionOf(connections: ConnectionStore, { hub }: HostToken): Promise<Connection> {
  const connection = await connections.get(hub);
  if (connection === undefined) throw new ExchangeProblem('not_connected');
  if (!isReadable(connection)) throw new ExchangeProblem('secret_unreadable');
  return connection;
}

export const toHostPerson = (connection: Connection, { hub, issuer, subject }: HostToken): HostPerson => ({
  hub,
  scope: bindingScope(connection),
  issuer,
  subject,
});
