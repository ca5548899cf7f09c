import { connectionInputSchema, connectionTestAnswerSchema } from '@spaces-kaltura/client/exchange';
import type { ConnectionTest } from '../../connectionTest/createConnectionTest.ts';
import { ExchangeProblem } from '../../ExchangeProblem.ts';
import type { RateLimit } from '../../http/createRateLimit.ts';
import type { Endpoint } from '../../http/Endpoint.ts';
import { readOptionalJsonBody } from '../../http/readJsonBody.ts';
import { isReadable, type Connection } from '../../storage/Connection.ts';
import type { ConnectionStore } from '../../storage/createConnectionStore.ts';
import { toConnectionInit } from './toConnectionInit.ts';

export interface ConnectionTestRouteOptions {
  connections: ConnectionStore;
  testConnection: ConnectionTest;
  /** By hub. */
  testLimit: RateLimit;
  /** Told when the outcome could not be written down. */
  onNoteFailed: (error: unknown) => void;
}

/**
 * `POST /v1/admin/connection/test`: tries the stored connection and remembers how it is doing, or tries values that are not
 * stored, and remembers nothing.
 */
export const testRoute = (options: ConnectionTestRouteOptions): Endpoint => {
  const { connections, testConnection, testLimit, onNoteFailed } = options;
  return {
    method: 'POST',
    path: '/v1/admin/connection/test',
    summary: 'Tries the stored connection, or values that are not stored yet, step by step',
    body: connectionInputSchema,
    bodyIsOptional: true,
    answers: { 200: connectionTestAnswerSchema },
    errors: ['not_connected', 'secret_unreadable', 'secret_required', 'service_url_not_allowed'],
    roles: ['hub_admin'],
    async run(request, hostToken) {
      testLimit.take(hostToken.hub);
      const input = await readOptionalJsonBody(request, connectionInputSchema);
      if (input !== undefined) {
        const candidate = await connections.preview(toConnectionInit(hostToken.hub, input));
        return { status: 200, body: (await testConnection(candidate, hostToken)).answer };
      }
      const connection = await storedConnection(connections, hostToken.hub);
      const { answer, observed } = await testConnection(connection, hostToken);
      // The answer is true whether or not it can be remembered.
      if (Object.keys(observed).length > 0) await connections.note(connection, observed).catch(onNoteFailed);
      return { status: 200, body: answer };
    },
  };
};

async function storedConnection(connections: ConnectionStore, hub: string): Promise<Connection> {
  const connection = await connections.getLatest(hub);
  if (connection === undefined) throw new ExchangeProblem('not_connected');
  if (!isReadable(connection)) throw new ExchangeProblem('secret_unreadable');
  return connection;
}
