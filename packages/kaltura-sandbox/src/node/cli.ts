#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { serveSandbox } from './serveSandbox.ts';
import { startOptions } from './startOptions.ts';

const help = `kaltura-sandbox: a Kaltura to develop and test against

  --port N          where to listen on 127.0.0.1; 8788 unless given, 0 takes a free one
  --config FILE     empty accounts: {"partners": [{"id": 102, "adminSecret": "…", "userSecret": "…"}]}; without it, the demo library
  --entries N       how many entries each account of the demo library has
  --bytes DIR       keep bytes in files below DIR instead of in memory
  --control         make faults, clock and accounts reachable below /_sandbox
  --index-lag S     seconds until new entries are in lists; 0 unless given
  --final-wait S    seconds a final chunk waits for missing bytes; 45 unless given
  --conversion S    seconds from the last byte to READY; 2 unless given
`;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    port: { type: 'string', default: '8788' },
    config: { type: 'string' },
    entries: { type: 'string' },
    bytes: { type: 'string' },
    control: { type: 'boolean' },
    'index-lag': { type: 'string' },
    'final-wait': { type: 'string' },
    conversion: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help) console.log(help);
else {
  const { sandbox, accounts } = await startOptions(values);
  const server = await serveSandbox({ sandbox, port: Number(values.port) });
  console.log(`Kaltura sandbox on ${server.url}\n${accounts.join('\n')}`);
  if (values.control) console.log(`Control path: ${server.url}/_sandbox/faults, /clock, /partners, /checksum`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().finally(() => process.exit(0));
    });
  }
}
