import { connectionAnswerSchema, connectionInputSchema, type ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../../ExchangeProblem.ts';
import { assertRecentSignIn } from '../../hostToken/assertRecentSignIn.ts';
import type { Answer, Endpoint } from '../../http/Endpoint.ts';
import { etagOf, expectedVersion } from '../../http/expectedVersion.ts';
import { readJsonBody } from '../../http/readJsonBody.ts';
import { personOf } from '../../storage/Actor.ts';
import type { ConnectionStore } from '../../storage/createConnectionStore.ts';
import type { ConnectionDescription } from '../../storage/describeConnection.ts';
import { toConnectionInit } from './toConnectionInit.ts';

export interface AdminConnectionOptions {
  connections: ConnectionStore;
  now: () => number;
}

const path = '/v1/admin/connection';
const roles = ['hub_admin'] as const;

/** `GET /v1/admin/connection`: everything an admin may know of the hub's connection; its version is the ETag. */
export const getConnectionRoute = ({ connections, now }: AdminConnectionOptions): Endpoint => ({
  method: 'GET',
  path,
  summary: "The hub's connection to Kaltura, without its secrets",
  isVersioned: true,
  answers: { 200: connectionAnswerSchema },
  errors: ['not_connected'],
  roles,
  isForAnyPlan: true,
  async run(_, { hub }) {
    const description = await connections.describe(hub);
    if (description === undefined) throw new ExchangeProblem('not_connected');
    return connectionAnswer(description, now());
  },
});

/** `PUT /v1/admin/connection`: creates or replaces it, and asks Kaltura nothing: whether it works is for a test to say. */
export const putConnectionRoute = ({ connections, now }: AdminConnectionOptions): Endpoint => ({
  method: 'PUT',
  path,
  summary: 'Creates or replaces the connection',
  body: connectionInputSchema,
  isVersioned: true,
  answers: { 200: connectionAnswerSchema, 201: connectionAnswerSchema },
  errors: ['reauth_required', 'secret_required', 'service_url_not_allowed'],
  roles,
  isAdminWrite: true,
  async run(request, hostToken) {
    const expected = expectedVersion(request);
    const input = await readJsonBody(request, connectionInputSchema);
    const { editor, player } = input.tokens;
    if (editor.secret !== undefined || player?.secret !== undefined) assertRecentSignIn(hostToken, now());
    const options = { by: personOf(hostToken), expectedVersion: expected };
    const description = await connections.store(toConnectionInit(hostToken.hub, input), options);
    return connectionAnswer(description, now(), expected === 0 ? 201 : 200);
  },
});

/** `DELETE /v1/admin/connection`: nobody gets a session any more, and the keys of its secrets are gone. */
export const deleteConnectionRoute = ({ connections }: AdminConnectionOptions): Endpoint => ({
  method: 'DELETE',
  path,
  summary: 'Disconnects the hub and destroys the keys of its secrets',
  isVersioned: true,
  answers: { 204: null },
  errors: [],
  roles,
  isForAnyPlan: true,
  isAdminWrite: true,
  async run(request, hostToken) {
    await connections.remove(hostToken.hub, { by: personOf(hostToken), expectedVersion: expectedVersion(request) });
    return { status: 204, body: null };
  },
});

/** A connection as an answer, with its version as ETag. */
export const connectionAnswer = (description: ConnectionDescription, now: number, status = 200): Answer => ({
  status,
  body: { ...description, server_time: new Date(now).toISOString() } satisfies ConnectionAnswer,
  headers: { ETag: etagOf(description.version) },
});
