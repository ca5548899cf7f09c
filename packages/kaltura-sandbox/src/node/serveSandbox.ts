import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ConnectionReset } from '../faults/ConnectionReset.ts';
import { brittle } from '../faults/withFaults.ts';
import type { Sandbox } from '../Sandbox.ts';

export interface ServeOptions {
  sandbox: Pick<Sandbox, 'fetch'>;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Loopback unless told otherwise. */
  hostname?: string;
}

export interface SandboxServer {
  /** `http://127.0.0.1:8788`, without a slash at the end: the service URL for clients. */
  url: string;
  close(): Promise<void>;
}

/** Serves a sandbox over real HTTP, where broken connections really break. */
export async function serveSandbox({
  sandbox,
  port = 0,
  hostname = '127.0.0.1',
}: ServeOptions): Promise<SandboxServer> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    async fetch(request, env) {
      const { socket } = env.incoming as IncomingMessage;
      try {
        const address = (socket.remoteAddress ?? '').replace('::ffff:', '');
        const response = await sandbox.fetch(request, { address });
        return brittle.has(response) ? breaking(response, socket) : response;
      } catch (error) {
        if (!(error instanceof ConnectionReset)) throw error;
        socket.resetAndDestroy();
        return new Response(null, { headers: { 'x-hono-already-sent': 'true' } });
      }
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${hostname}:${actualPort}`,
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      });
    },
  };
}

/** Where the body ends in a reset, the connection does too, in the middle of what was promised. */
function breaking(response: Response, socket: Socket): Response {
  const reader = response.body?.getReader();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done || value === undefined) controller.close();
        else controller.enqueue(value);
      } catch {
        socket.resetAndDestroy();
        controller.close();
      }
    },
  });
  return new Response(stream, response);
}
