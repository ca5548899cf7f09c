import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '../../scripts/chromium.ts';
import { queueBytesOf } from './Link.ts';
import type { Network } from './Network.ts';

const run = promisify(execFile);

const PAGE = '10.99.0.1';
const SERVER = '10.99.0.2';
/** What desktops have: CUBIC, and Linux' usual buffers; a route remembers no earlier connection. */
const congestion = 'cubic';
const settings = {
  tcp_no_metrics_save: '1',
  tcp_rmem: '4096 131072 6291456',
  tcp_wmem: '4096 16384 4194304',
};

/** Why links can't be emulated here; null where they can. */
export async function whyNotEmulated(): Promise<string | null> {
  if (process.platform !== 'linux') return 'needs Linux';
  if (process.getuid?.() !== 0) return 'needs root';
  if (!(await succeeds(access('/dev/net/tun', constants.W_OK)))) return 'needs /dev/net/tun';
  if (!(await succeeds(run('gcc', ['--version'])))) return 'needs gcc';
  if (!(await succeeds(run('ip', ['-V'])))) return 'needs iproute2';
  return null;
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );

/** Two network namespaces, the page's and the server's, with `linkEmulator.c` between them. `folder` is for its files. */
export async function openEmulatedNetwork(folder: string): Promise<Network> {
  const page = `uploads-page-${process.pid}`;
  const server = `uploads-server-${process.pid}`;
  const binary = join(folder, 'linkEmulator');
  await run('gcc', ['-O2', '-o', binary, new URL('linkEmulator.c', import.meta.url).pathname]);
  let emulator: ChildProcess | null = null;
  const close = (): void => {
    emulator?.kill();
    for (const namespace of [page, server]) spawnSync('ip', ['netns', 'del', namespace]);
    process.off('exit', close);
  };
  // A bench that is interrupted leaves nothing behind either.
  process.on('exit', close);
  try {
    for (const namespace of [page, server]) {
      // In one breath: nothing is half made when the bench is ended.
      spawnSync('ip', ['netns', 'add', namespace], { stdio: 'inherit' });
      await run('ip', ['-n', namespace, 'link', 'set', 'lo', 'up']);
    }
    emulator = spawn(binary, [page, server], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdin, stdout } = emulator;
    if (!stdin || !stdout) throw new Error('The emulator has no pipes.');
    await once(stdout, 'data');
    await setUp(page, PAGE, SERVER);
    await setUp(server, SERVER, PAGE);

    const browser = join(folder, 'chromium');
    const command = `#!/bin/sh\nexec ip netns exec ${page} ${chromium.executablePath} "$@"\n`;
    await writeFile(browser, command, { mode: 0o755 });
    return {
      host: SERVER,
      browser,
      onServerSide: (rest) => ['ip', 'netns', 'exec', server, ...rest],
      async shape(path, seed) {
        const { mbit, rttMs, loss } = path;
        const line = [mbit, Math.round(rttMs * 500), Math.round(loss * 10_000), queueBytesOf(path), seed].join(' ');
        stdin.write(`${line}\n`);
        await once(stdout, 'data');
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function setUp(namespace: string, address: string, peer: string): Promise<void> {
  const ip = (...args: string[]): Promise<unknown> => run('ip', ['-n', namespace, ...args]);
  await ip('addr', 'add', address, 'peer', peer, 'dev', 'link0');
  await ip('link', 'set', 'link0', 'mtu', '1500', 'txqueuelen', '20000', 'up');
  // By route: the setting for all is not allowed inside a namespace.
  await ip('route', 'replace', peer, 'dev', 'link0', 'src', address, 'congctl', congestion);
  for (const [name, value] of Object.entries(settings)) {
    await run('ip', ['netns', 'exec', namespace, 'sh', '-c', `echo "${value}" > /proc/sys/net/ipv4/${name}`]);
  }
}
