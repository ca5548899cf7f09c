import { spawn } from 'node:child_process';
import type { Network } from './Network.ts';
import type { ServerOrder, ServerReport } from './serve.ts';

export interface RunningServer {
  readonly pageUrl: string;
  readonly uploadUrl: string;
  /** Forgets everything; then each answer takes so long, and the connections break once after so many bytes. */
  restart(options: { latencyMs: number; cutAtBytes: number | null }): Promise<void>;
  report(): Promise<ServerReport>;
  close(): void;
}

/** Starts `serve.ts` in a process of its own on the server's side of the network. */
export async function startServer(network: Network, script: string): Promise<RunningServer> {
  const file = new URL('serve.ts', import.meta.url).pathname;
  const [command = '', ...args] = network.onServerSide([process.execPath, file, network.host, script]);
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  let heard = Promise.withResolvers<unknown>();
  child.on('message', (message) => heard.resolve(message));
  child.once('exit', () => heard.reject(new Error('The server ended.')));
  const ask = async (order: ServerOrder): Promise<unknown> => {
    heard = Promise.withResolvers();
    child.send(order);
    return heard.promise;
  };
  const { pageUrl, uploadUrl } = (await heard.promise) as { pageUrl: string; uploadUrl: string };
  return {
    pageUrl,
    uploadUrl,
    restart: async (options) => {
      await ask({ order: 'restart', ...options });
    },
    report: async () => (await ask({ order: 'report' })) as ServerReport,
    close: () => child.disconnect(),
  };
}
