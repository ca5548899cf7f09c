import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/msw/index.ts', 'src/node/index.ts', 'src/node/cli.ts', 'src/demo/index.ts'],
  format: 'esm',
  platform: 'neutral',
  external: [/^node:/],
  dts: true,
  sourcemap: true,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
});
