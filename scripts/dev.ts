import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { requireNode24 } from './requireNode24.ts';
import { startDemo } from '../apps/spaces/server/startDemo.ts';
import { hubs, personas } from '../apps/spaces/server/people.ts';
import { accountAdmin } from '../apps/spaces/server/seedAccountAdmin.ts';

const PORTS = { host: 5173, exchange: 8787, sandbox: 8788 };
const NAMES = { host: 'the page', exchange: 'the token exchange', sandbox: 'the Kaltura sandbox' };

/** The whole thing on loopback: a Kaltura sandbox, the token exchange and the demo host, and words about what to open. */
async function dev(): Promise<void> {
  const { entries, unconnected } = readOptions();
  for (const [part, port] of Object.entries(PORTS)) {
    if (await isBusy(port)) {
      stop(
        `Port ${port} on 127.0.0.1 is in use, and ${NAMES[part as keyof typeof PORTS]} needs it. Stop what listens there, then start again.`,
      );
    }
  }
  console.log('Starting the sandbox, the token exchange and the page …');
  const demo = await startDemo({
    ports: PORTS,
    page: 'sources',
    unconnected,
    kaltura: entries === undefined ? {} : { entries },
  });
  console.log(welcome(demo.urls));

  const close = (): void => {
    // A second Ctrl+C does not wait for anybody.
    process.once('SIGINT', () => process.exit(130));
    demo.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

interface DevOptions {
  entries: number | undefined;
  unconnected: boolean;
}

function readOptions(): DevOptions {
  const help = [
    'Use: pnpm dev [--entries N] [--unconnected]',
    '  --entries N     how many entries each demo library has',
    '  --unconnected   Atelier Nord is not connected to Kaltura yet',
  ].join('\n');
  try {
    // pnpm passes the "--" of "pnpm dev -- --entries 10000" on.
    const args = process.argv.slice(2).filter((argument) => argument !== '--');
    const options = { entries: { type: 'string' }, unconnected: { type: 'boolean', default: false } } as const;
    const { entries, unconnected } = parseArgs({ args, options }).values;
    if (entries === undefined) return { entries: undefined, unconnected };
    const count = Number(entries);
    return Number.isInteger(count) && count > 0 ? { entries: count, unconnected } : stop(help);
  } catch {
    return stop(help);
  }
}

function isBusy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(true));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)));
  });
}

function welcome(urls: { host: string; exchange: string; sandbox: string }): string {
  const people = hubs.flatMap((hub) => [
    `    ${hub.name} (${hub.plan}): ${hub.about}`,
    ...personas
      .filter((persona) => persona.hub === hub.id)
      .map((persona) => `      · ${persona.name}${persona.role === 'hub_admin' ? ', hub admin' : ''}`),
  ]);
  return [
    '',
    `  Open  ${urls.host}  and choose whom to be:`,
    '',
    ...people,
    '',
    `  To connect a hub, be Ada, a hub admin, and open ${urls.host}/settings/kaltura`,
    `  (pnpm dev --unconnected begins without a connection). Its Kaltura is administered by`,
    `  ${accountAdmin.email}, password ${accountAdmin.password}.`,
    '',
    `  Token exchange   ${urls.exchange}`,
    `  Kaltura sandbox  ${urls.sandbox}`,
    '  Ctrl+C ends all three; what was hung is forgotten then.',
    '',
  ].join('\n');
}

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}

requireNode24();
await dev().catch((error: unknown) => {
  console.error(error);
  stop('The demo could not start; see above.');
});
