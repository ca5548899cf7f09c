import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromium } from './scripts/chromium.ts';

/** Inside the workspace every package is used from its sources; nothing has to be built to test. */
const source = 'spaces-kaltura-source';
const client = { conditions: [source, ...defaultClientConditions] };
const server = { conditions: [source, ...defaultServerConditions] };

export default defineConfig({
  test: {
    reporters: ['default', './scripts/countingReporter.ts'],
    projects: [
      {
        resolve: server,
        ssr: { resolve: server },
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/conformance/**/*.test.ts',
            'apps/*/server/**/*.test.ts',
            'scripts/**/*.test.ts',
            'bench/**/*.test.ts',
            'faults/**/*.test.ts',
          ],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: client,
        ssr: { resolve: server },
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['packages/*/src/**/*.test.tsx', 'apps/*/src/**/*.test.tsx'],
          setupFiles: ['./packages/media-library/src/testing/setup.dom.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: client,
        plugins: [storybookTest({ configDir: '.storybook', storybookScript: 'pnpm storybook' })],
        test: {
          name: 'storybook',
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve: server,
        ssr: { resolve: server },
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['packages/*/e2e/**/*.test.ts', 'apps/*/e2e/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
