import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Our packages are used from their sources: an edit in any of them shows at once, and nothing is built first.
  resolve: { conditions: ['spaces-kaltura-source', ...defaultClientConditions] },
  build: { target: 'es2023', chunkSizeWarningLimit: 1000 },
});
