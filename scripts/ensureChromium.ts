import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from './chromium.ts';

/** Chromium for stories and end-to-end tests: taken as it is, else installed by apt where we may. */
export function ensureChromium(): void {
  if (existsSync(chromium.executablePath)) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `There is no Chromium at ${chromium.executablePath}. Install it (Debian: sudo apt-get install chromium) or name yours: CHROMIUM=/path/to/chromium pnpm test`,
    );
  }
  const apt = (...args: string[]): unknown =>
    execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-noto-color-emoji');
}
