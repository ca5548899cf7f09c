import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Exchange } from './createExchange.ts';

export interface ServeOptions {
  exchange: Exchange;
  /** 0 takes a free one. */
  port: number;
  /** Default: this machine alone. */
  hostname?: string | undefined;
  /** How many proxies in front add to `X-Forwarded-For`; default 0: the header is not believed. */
  trustedProxies?: number | undefined;
  /** Where the operator asks for `/livez`, `/readyz` and `/metrics`; default: nowhere. Default host name: this machine alone. */
  operator?: { port: number; hostname?: string | undefined } | undefined;
}

export interface ExchangeServer {
  url: string;
  /** Of the operator's port. */
  operatorUrl: string | null;
  /** Takes no new requests, lets those under way finish for up to 10 s, then closes everything, the exchange too. */
  close(): Promise<void>;
}

const drainTime = 10_000;
const idleCheck = 100;

/** Serves an exchange over HTTP, with time-outs and limits for a server that strangers can reach. */
export async function serveExchange(options: ServeOptions): Promise<ExchangeServer> {
  const { exchange, port, hostname, trustedProxies = 0, operator } = options;
  const answer = (request: Request, env: unknown): Promise<Response> | Response => {
    const { incoming } = env as HttpBindings;
    const forwarded = trustedProxies > 0 ? request.headers.get('x-forwarded-for') : null;
    return exchange.fetch(request, { address: addressOf(incoming.socket.remoteAddress, forwarded, trustedProxies) });
  };
  const server = await listen(answer, { port, hostname });
  const operatorServer =
    operator && (await listen((request) => exchange.operate(request), operator).catch(closing(server)));
  return {
    url: urlOf(server),
    operatorUrl: operatorServer ? urlOf(operatorServer) : null,
    close: async () => {
      exchange.drain();
      await closeServer(server);
      // Until the last moment it says how things are.
      if (operatorServer) await closeServer(operatorServer);
      await exchange.close();
    },
  };
}

async function listen(
  answer: (request: Request, env: unknown) => Promise<Response> | Response,
  { port, hostname = '127.0.0.1' }: { port: number; hostname?: string | undefined },
): Promise<Server> {
  // What was not read of a body, Node itself takes off the wire.
  const listener = getRequestListener(answer, { autoCleanupIncoming: false });
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 60_000,
      maxHeaderSize: 8 * 1024,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.maxConnections = 2_000;
  server.listen(port, hostname);
  await once(server, 'listening');
  return server;
}

/** A port that is taken must not leave the other one open. */
const closing =
  (server: Server) =>
  (error: unknown): never => {
    server.close();
    throw error;
  };

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Connections that wait for a next request are closed at once, the others after their answer or after the drain time. */
async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that has its answer would wait for a next request until its keep-alive ends.
  const idle = setInterval(() => server.closeIdleConnections(), idleCheck);
  const late = setTimeout(() => server.closeAllConnections(), drainTime);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

/** Each trusted proxy appends the address it was called from: the last ones are true, what stands before may be made up. */
function addressOf(remote: string | undefined, forwarded: string | null, trustedProxies: number): string | undefined {
  if (forwarded === null) return remote;
  return forwarded.split(',').at(-trustedProxies)?.trim() ?? remote;
}
