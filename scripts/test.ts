import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNT_FILE, type TestCount } from './countingReporter.ts';
import { ensureChromium } from './ensureChromium.ts';
import { requireNode24 } from './requireNode24.ts';

/**
 * Everything that must hold, in the order in which it is cheapest to learn that it doesn't.
 * A check without tests of its own counts as one; the last line adds up all of them.
 */
const checks: ReadonlyArray<{ name: string; command: string[] }> = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--max-warnings', '0'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'types of tools', command: ['tsc', '-p', 'tsconfig.tools.json'] },
  { name: 'packages', command: ['node', 'scripts/checkPackages.ts'] },
  { name: 'static Storybook', command: ['storybook', 'build', '--quiet'] },
];
const total: TestCount = { passed: 0, failed: 0, skipped: 0 };

requireNode24();
ensureChromium();
for (const { name, command } of checks) {
  console.log(`\n— ${name}`);
  total[run(command) ? 'passed' : 'failed'] += 1;
}

console.log('\n— unit, component, stories, end to end');
const folder = mkdtempSync(join(tmpdir(), 'spaces-kaltura-'));
const countFile = join(folder, 'count.json');
const green = run(['vitest', 'run'], { [COUNT_FILE]: countFile });
if (existsSync(countFile)) {
  const count = JSON.parse(readFileSync(countFile, 'utf8')) as TestCount;
  for (const state of ['passed', 'failed', 'skipped'] as const) total[state] += count[state];
  if (!green && count.failed === 0) total.failed += 1;
} else {
  total.failed += 1;
}
rmSync(folder, { recursive: true });

console.log(`\ntests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

function run([command = '', ...args]: string[], env: Record<string, string> = {}): boolean {
  const started = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1', ...env },
  });
  console.log(`  ${status === 0 ? 'holds' : 'FAILED'} after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}
