import { build } from 'esbuild';

/** The page's script with all candidates, as a host's bundler would make it from the packages' sources. */
export async function bundlePage(outfile: string): Promise<void> {
  await build({
    entryPoints: [new URL('page/page.ts', import.meta.url).pathname],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2023',
    conditions: ['spaces-kaltura-source'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}
