import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestHost } from './testing/createTestHost.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const packageFile = fileURLToPath(new URL('../package.json', import.meta.url));
const secret = 'ca11ab1e0123456789abcdef01234567';

let directory = '';
let environment: Record<string, string> = {};
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'spaces-kaltura-main-'));
  const host = await createTestHost({ now: Date.now });
  await writeFile(join(directory, 'jwks.json'), JSON.stringify(host.jwks));
  const { output } = await run(['key']);
  environment = {
    EXCHANGE_KEYS: output.trim(),
    EXCHANGE_SQLITE: join(directory, 'exchange.db'),
    EXCHANGE_AUDIENCE: host.audience,
    EXCHANGE_ISSUERS: `${host.issuer}=${join(directory, 'jwks.json')}`,
    EXCHANGE_ALLOWED_ORIGINS: 'https://spaces.example',
    PORT: '0',
    EXCHANGE_OPERATOR_PORT: '0',
  };
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function start(args: string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, ['--conditions=spaces-kaltura-source', main, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: 'pipe',
  });
}

async function run(args: string[], input = '', env: Record<string, string> = {}) {
  const child = start(args, env);
  child.stdin.end(input);
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { output, errors, code: Number(code) };
}

interface Listening {
  event: string;
  port: number;
  operator_port: number;
}

describe('pnpm exchange', () => {
  it('says in plain words what is missing, and stops', async () => {
    const { code, errors, output } = await run([]);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain('EXCHANGE_KEYS is missing');
    expect(errors).not.toContain('    at ');
  });

  it.each([
    [
      'that a file is no database',
      { EXCHANGE_SQLITE: packageFile },
      /its database cannot be used: .*\(file is not a database\)/,
    ],
    ['which port is taken', { PORT: '$TAKEN', HOST: '127.0.0.1' }, /EADDRINUSE.*127\.0\.0\.1:\d+/],
    ['that a set of keys is none', { EXCHANGE_ISSUERS: `https://spaces.example=${packageFile}` }, /set of host keys/],
    ['that no origin has a star', { EXCHANGE_ALLOWED_ORIGINS: 'https://*.spaces.example' }, /is no origin/],
    [
      'nothing of a password',
      { EXCHANGE_ISSUERS: 'https://spaces.example=https://ops:pa55word@spaces.example/jwks.json' },
      /spaces\.example\/jwks\.json" is no JWKS URL/,
    ],
  ])('says %s, and stops', async (_, wrong, words) => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const changed = Object.entries(wrong).map(([name, value]) => [name, value.replace('$TAKEN', String(port))]);
    const { code, errors, output } = await run([], '', { ...environment, ...Object.fromEntries(changed) });
    taken.close();
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(words);
    expect(errors).not.toMatch(/pa55word|    at /);
  });

  it.each(['help', '--help', 'connect --help'])('tells what it can do when asked: %s', async (words) => {
    const { code, errors, output } = await run(words.split(' '));
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain('exchange connect --hub HUB');
  });

  it('does nothing for a command it does not know, and says which there are', async () => {
    const { code, errors, output } = await run(['serv']);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toContain('exchange connect --hub HUB');
  });

  it('stores an App Token from its secret or from the answer of appToken.add', async () => {
    const args = ['connect', '--hub', 'atelier-nord'];
    const byHand = await run([...args, '--partner', '102', '--token-id', '0_abcdefgh'], `${secret}\n`, environment);
    expect(byHand).toMatchObject({ code: 0, errors: '' });
    expect(byHand.output).toBe(
      'The hub "atelier-nord" is connected to account 102 on https://www.kaltura.com (version 1).\n',
    );
    const answer = {
      objectType: 'KalturaAppToken',
      id: '0_abcdefgh',
      token: secret,
      partnerId: 102,
      hashType: 'SHA256',
      expiry: 1_900_000_000,
    };
    expect((await run(args, JSON.stringify(answer), environment)).output).toContain('(version 2)');
    const database = new DatabaseSync(String(environment['EXCHANGE_SQLITE']), { readOnly: true });
    expect(database.prepare('SELECT expires_at FROM app_tokens').get()).toEqual({ expires_at: 1_900_000_000_000 });
    database.close();
  });

  it.each([
    ['nothing on standard input', ['--hub', 'h'], ''],
    ['another answer', ['--hub', 'h'], '{"objectType":"KalturaAPIException"}'],
    ['no partner', ['--hub', 'h', '--token-id', '0_abcdefgh'], secret],
    [
      'a service that is not allowed',
      ['--hub', 'h', '--partner', '1', '--token-id', '0_a', '--service-url', 'https://evil.example'],
      secret,
    ],
    ['an unknown option', ['--hub', 'h', '--secret', secret], ''],
  ])('refuses to store with %s, without repeating the secret', async (_, args, input) => {
    const { code, errors, output } = await run(['connect', ...args], input, environment);
    expect([code, output]).toEqual([1, '']);
    expect(errors.length).toBeGreaterThan(20);
    expect(errors).not.toContain(secret);
  });

  it('does not start with a key that is not the one of the database', async () => {
    const { output } = await run(['key']);
    const { code, errors } = await run([], '', { ...environment, EXCHANGE_KEYS: output.trim() });
    expect(code).toBe(1);
    expect(errors).toMatch(/The key "\d{4}" is not the one the database was written with/);
  });

  it('does not start with keys of which the database knows none', async () => {
    const { output } = await run(['key']);
    const [kid = ''] = String(environment['EXCHANGE_KEYS']).split(':');
    const other = output.trim().replace(kid, 'other');
    const { code, errors } = await run([], '', { ...environment, EXCHANGE_KEYS: other });
    expect(code).toBe(1);
    expect(errors).toBe(`The database was written with the keys ${kid}; none is in the key ring.\n`);
  });

  it('serves until SIGTERM, logging JSON lines', async () => {
    const child = start([], environment);
    const lines: Listening[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const entry = JSON.parse(line) as Listening;
      lines.push(entry);
      if (entry.event !== 'listening') continue;
      expect((await fetch(`http://127.0.0.1:${entry.port}/readyz`)).status).toBe(200);
      expect((await fetch(`http://127.0.0.1:${entry.port}/metrics`)).status).toBe(404);
      const metrics = await fetch(`http://127.0.0.1:${entry.operator_port}/metrics`);
      expect(await metrics.text()).toContain('spaces_kaltura_requests_total{route="/readyz",status="200"} 1');
      child.kill('SIGTERM');
    }
    const [code] = child.exitCode === null ? await once(child, 'close') : [child.exitCode];
    expect(code).toBe(0);
    expect(lines.map(({ event }) => event)).toEqual(['listening', 'request', 'request', 'draining', 'stopped']);
  });
});
