import { once } from 'node:events';
import { createExchange } from '../createExchange.ts';
import { createJsonLog, describeError } from '../log.ts';
import { serveExchange } from '../serveExchange.ts';
import { readServeConfiguration, type Environment } from './readEnvironment.ts';

/** Serves the exchange until SIGTERM or SIGINT, then lets requests under way finish. Logs JSON lines to standard output. */
export async function serve(environment: Environment): Promise<void> {
  const { port, hostname, trustedProxies, operator, ...options } = readServeConfiguration(environment);
  const log = createJsonLog((line) => process.stdout.write(line));
  const die = (error: unknown): void => {
    log('error', { event: 'crashed', ...describeError(error) });
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);

  const exchange = await createExchange({ ...options, log });
  const server = await serveExchange({ exchange, port, hostname, trustedProxies, operator });
  const { url, operatorUrl } = server;
  log('info', {
    event: 'listening',
    port: portOf(url),
    operator_port: operatorUrl === null ? undefined : portOf(operatorUrl),
  });
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  log('info', { event: 'draining' });
  await server.close();
  log('info', { event: 'stopped' });
}

const portOf = (url: string): number => Number(new URL(url).port);
