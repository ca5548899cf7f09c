#!/usr/bin/env node
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { connect, connectUsage } from './cli/connect.ts';
import { ExchangeProblem } from './ExchangeProblem.ts';
import { ConfigurationError } from './cli/readEnvironment.ts';
import { serve } from './cli/serve.ts';

const usage = `exchange            serves the token exchange, configured by environment variables (see the README)
exchange key        makes a key for EXCHANGE_KEYS
exchange help       says this
${connectUsage}
`;

const [command = 'serve', ...args] = process.argv.slice(2);
try {
  if (command === 'help' || process.argv.includes('--help')) process.stdout.write(usage);
  else if (command === 'serve') await serve(process.env);
  else if (command === 'connect') process.stdout.write(await connect(args, process.env, await text(process.stdin)));
  else if (command === 'key')
    process.stdout.write(`${new Date().getFullYear()}:${randomBytes(32).toString('base64')}\n`);
  else {
    process.stderr.write(usage);
    process.exitCode = 2;
  }
} catch (error) {
  // Only what was written for people: other messages could hold anything.
  const isPlain = error instanceof ConfigurationError || error instanceof TypeError;
  process.stderr.write(`${isPlain ? error.message : `The token exchange stopped: ${nameOf(error)}.`}\n`);
  process.exitCode = 1;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  if (error instanceof ExchangeProblem && error.code === 'storage_unavailable') {
    return `its database cannot be used: ${nameOf(error.cause)}`;
  }
  const { code, errstr, address, port } = error as { code?: string; errstr?: string; address?: string; port?: number };
  // SQLite's own sentence for its error number; what could not be listened on.
  const more = errstr ?? (port === undefined ? undefined : `${address ?? ''}:${port}`);
  return [error.name, code, more && `(${more})`].filter(Boolean).join(' ');
}
