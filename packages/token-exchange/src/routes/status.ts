import { statusAnswerSchema, type ExchangeErrorCode, type StatusAnswer } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import type { Endpoint } from '../http/Endpoint.ts';
import { toKalturaUserId } from '../kaltura/toKalturaUserId.ts';
import { toHostPerson } from '../session/createParticipantSessions.ts';
import { isReadable, type Connection } from '../storage/Connection.ts';
import type { ConnectionStore } from '../storage/createConnectionStore.ts';
import type { Revocations } from '../storage/createRevocations.ts';
import type { UserBindings } from '../storage/createUserBindings.ts';

export interface StatusRouteOptions {
  connections: ConnectionStore;
  bindings: UserBindings;
  revocations: Revocations;
  now: () => number;
}

/** `GET /v1/status`: does Kaltura work for the person of the host token, and as whom. Asks Kaltura nothing. */
export function statusRoute({ connections, bindings, revocations, now }: StatusRouteOptions): Endpoint {
  async function describe(connection: Connection, hostToken: HostToken): Promise<Omit<StatusAnswer, 'server_time'>> {
    const person = toHostPerson(connection, hostToken);
    const [binding, expected] = [await bindings.find(person), expectUser(connection, hostToken)];
    const taken =
      binding === undefined && expected.id !== null
        ? await bindings.assertFree(person, expected.id).then(() => null, toCode)
        : null;
    const admitted = async (): Promise<void> => revocations.assertAdmitted(person);
    const revoked = await admitted().then(() => null, toCode);
    const state = connection.pausedSince === null ? connection.state : 'paused';
    return {
      connection: state,
      problem: problems[state] ?? revoked ?? expected.problem ?? taken,
      expected_user_id: expected.id,
      user: binding ? { id: binding.kalturaUserId, origin: binding.origin, since: toIso(binding.createdAt) } : null,
      kaltura: {
        service_url: connection.serviceUrl,
        partner_id: connection.partnerId,
        conversion_profile_id: connection.conversionProfileId,
        can_list_all: connection.canListAll,
        can_upload: connection.canUpload,
        checked_at: connection.checkedAt === null ? null : toIso(connection.checkedAt),
      },
    };
  }

  return {
    method: 'GET',
    path: '/v1/status',
    summary: 'Does Kaltura work for the person of the host token, and as whom',
    answers: { 200: statusAnswerSchema },
    errors: [],
    roles: ['participant', 'hub_admin'],
    async run(_, hostToken) {
      const connection = await connections.get(hostToken.hub);
      const description =
        connection !== undefined && isReadable(connection)
          ? await describe(connection, hostToken)
          : nothing(connection === undefined ? 'not_connected' : 'unreadable');
      return { status: 200, body: { ...description, server_time: toIso(now()) } satisfies StatusAnswer };
    },
  };
}

const problems: Partial<Record<StatusAnswer['connection'], ExchangeErrorCode>> = {
  not_connected: 'not_connected',
  unreadable: 'secret_unreadable',
  misconfigured: 'connection_misconfigured',
  refused: 'upstream_refused',
  session_pool_killed: 'session_pool_killed',
  paused: 'connection_paused',
};

const nothing = (state: 'not_connected' | 'unreadable'): Omit<StatusAnswer, 'server_time'> => ({
  connection: state,
  problem: problems[state] ?? null,
  expected_user_id: null,
  user: null,
  kaltura: null,
});

function expectUser(
  connection: Connection,
  hostToken: HostToken,
): { id: string | null; problem: ExchangeErrorCode | null } {
  try {
    return { id: toKalturaUserId(connection.userIdMapping, hostToken), problem: null };
  } catch (error) {
    return { id: null, problem: toCode(error) };
  }
}

function toCode(error: unknown): ExchangeErrorCode {
  if (error instanceof ExchangeProblem && error.status < 500) return error.code;
  throw error;
}

const toIso = (milliseconds: number): string => new Date(milliseconds).toISOString();
