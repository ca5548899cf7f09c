import type { IncomingMessage } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { ConnectionReset } from '../faults/ConnectionReset.ts';
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
        return await sandbox.fetch(request, { address: (socket.remoteAddress ?? '').replace('::ffff:', '') });
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
