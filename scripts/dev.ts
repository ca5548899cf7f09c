import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { requireNode24 } from './requireNode24.ts';
import { startDemo } from '../apps/spaces/server/startDemo.ts';
import { hubs, personas } from '../apps/spaces/server/people.ts';

const PORTS = { host: 5173, exchange: 8787, sandbox: 8788 };
const NAMES = { host: 'the page', exchange: 'the token exchange', sandbox: 'the Kaltura sandbox' };

/** The whole thing on loopback: a Kaltura sandbox, the token exchange and the demo host, and words about what to open. */
async function dev(): Promise<void> {
  const entries = readEntries();
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

function readEntries(): number | undefined {
  const help = 'Use: pnpm dev [--entries N], where N is how many entries each demo library has.';
  try {
    // pnpm passes the "--" of "pnpm dev -- --entries 10000" on.
    const args = process.argv.slice(2).filter((argument) => argument !== '--');
    const { entries } = parseArgs({ args, options: { entries: { type: 'string' } } }).values;
    if (entries === undefined) return undefined;
    const count = Number(entries);
    return Number.isInteger(count) && count > 0 ? count : stop(help);
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
