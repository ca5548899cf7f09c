import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/account.ts', 'src/parts.ts', 'src/settings.ts'],
  format: 'esm',
  platform: 'browser',
  dts: true,
  sourcemap: true,
  // One file per module, so that every leaf keeps its "use client".
  unbundle: true,
  copy: ['src/styles.css', 'src/account.css', 'src/settings.css', 'src/styles'],
  publint: true,
  attw: { profile: 'esm-only', level: 'error', excludeEntrypoints: ['styles.css', 'account.css', 'settings.css'] },
});
