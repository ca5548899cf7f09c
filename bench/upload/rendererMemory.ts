import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

const EVERY_MS = 200;

/**
 * Watches what the browser's renderers hold for themselves (anonymous and shared memory, not mapped files); the answer's
 * `stop` tells by how many MB the one that grew most has grown at its highest, or null where nobody can tell.
 */
export async function watchRenderers(browser: Browser): Promise<{ stop(): Promise<number | null> }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const before = await Promise.all(pids.map(megabytesOf));
  const highest = [...before];
  const look = async (): Promise<void> => {
    for (const [index, pid] of pids.entries()) {
      const now = await megabytesOf(pid);
      if (now !== null) highest[index] = Math.max(highest[index] ?? 0, now);
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await look();
      const grown = before.flatMap((start, index) => (start === null ? [] : [(highest[index] ?? start) - start]));
      return grown.length === 0 ? null : Math.max(...grown);
    },
  };
}

/** Linux alone tells. */
async function megabytesOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  const kilobytes = [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+)/gm)].map(([, value]) => Number(value));
  return kilobytes.length === 0 ? null : kilobytes.reduce((sum, one) => sum + one, 0) / 1000;
}
