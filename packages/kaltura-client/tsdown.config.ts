import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/account/index.ts',
    'src/admin/index.ts',
    'src/api/index.ts',
    'src/exchange/index.ts',
    'src/projection/index.ts',
    'src/spherical/index.ts',
    'src/upload/hasUploadRecords.ts',
    'src/upload/index.ts',
  ],
  format: 'esm',
  platform: 'neutral',
  dts: true,
  sourcemap: true,
  publint: true,
  attw: { profile: 'esm-only', level: 'error' },
});
