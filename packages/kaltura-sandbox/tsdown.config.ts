import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/msw/index.ts',
    'src/node/index.ts',
    'src/node/cli.ts',
    'src/demo/index.ts',
    // What `imports` of package.json chooses between, for Node and for browsers.
    'src/node/wasmPictures.ts',
    'src/node/assetBytes.ts',
    'src/delivery/pictures/canvasPictures.ts',
    'src/demo/assetBytes.ts',
  ],
  format: 'esm',
  platform: 'neutral',
  deps: { neverBundle: [/^node:/, /^#/] },
  dts: true,
  sourcemap: true,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
});
