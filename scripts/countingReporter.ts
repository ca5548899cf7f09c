import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface TestCount {
  passed: number;
  failed: number;
  skipped: number;
}

/** Where `pnpm test` reads the numbers of this run; unset in a plain `vitest` call. */
export const COUNT_FILE = 'TEST_COUNT_FILE';

/** Counts what vitest ran, so that `pnpm test` can close with one line over all of its checks. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>): void {
    const file = process.env[COUNT_FILE];
    if (file === undefined) return;
    const count: TestCount = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      count.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') count[state] += 1;
        else count.skipped += 1;
      }
    }
    writeFileSync(file, JSON.stringify(count));
  }
}
