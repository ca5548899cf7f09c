import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whyNotEmulated } from './openEmulatedNetwork.ts';

const reason = await whyNotEmulated();

test.skipIf(reason !== null).each(['SIGTERM', 'SIGINT'] as const)(
  'a bench that is ended by %s ends at once and leaves no network behind',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'emulated-'));
    const bench = `
      import { endAtOnce } from ${JSON.stringify(new URL('endAtOnce.ts', import.meta.url).href)};
      import { openEmulatedNetwork } from ${JSON.stringify(new URL('openEmulatedNetwork.ts', import.meta.url).href)};
      endAtOnce();
      await openEmulatedNetwork(${JSON.stringify(folder)});
      console.log('open');
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', bench], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(child.stdout, 'data');
      expect(networksOf(child.pid)).toHaveLength(2);
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([signal === 'SIGINT' ? 130 : 143, null]);
      expect(networksOf(child.pid)).toEqual([]);
    } finally {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true });
    }
  },
);

/** The namespaces that were made by this process. */
const networksOf = (pid: number | undefined): string[] =>
  execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => new RegExp(`^uploads-\\w+-${pid}\\b`).test(line));
