import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a host's page loads for a use of the package: kB (1000 bytes), minified and gzipped, React left out. */
export interface BundleSize {
  readonly firstPaint: { readonly js: number; readonly css: number; readonly total: number };
  /** Chunks that load when they are asked for, by the module that is asked for. */
  readonly lazy: Readonly<Record<string, number>>;
  /** Shares of the first paint's JavaScript, minified, not gzipped. */
  readonly parts: Readonly<Record<string, number>>;
}

const browsing = `
  import { KalturaProvider, FromKalturaTab } from '@spaces-kaltura/media-library';
  import '@spaces-kaltura/media-library/styles.css';
  globalThis.use(KalturaProvider, FromKalturaTab);
`;

/** Bundles a host that browses, as a host's bundler would. */
export async function measureBrowsing(): Promise<BundleSize> {
  const result = await build({
    stdin: { contents: browsing, resolveDir: new URL('../apps/spaces', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2023',
    outdir: 'out',
    jsx: 'automatic',
    conditions: ['spaces-kaltura-source'],
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });

  const gzipped = new Map(
    result.outputFiles.map((file) => [baseName(file.path), kB(gzipSync(file.contents, { level: 9 }).length)]),
  );
  const outputs = Object.entries(result.metafile.outputs).map(([path, output]) => ({
    name: baseName(path),
    ...output,
  }));
  const entry = outputs.find(({ name }) => name === 'stdin.js');
  const first = new Set([
    'stdin.js',
    ...(entry?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => baseName(path)),
  ]);

  const js = sum([...first].map((name) => gzipped.get(name) ?? 0));
  const css = gzipped.get('stdin.css') ?? 0;
  const parts: Record<string, number> = {};
  const lazy: Record<string, number> = {};
  for (const { name, inputs, entryPoint } of outputs) {
    if (name.endsWith('.css')) continue;
    if (!first.has(name)) lazy[baseName(entryPoint ?? name)] = gzipped.get(name) ?? 0;
    else
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const part = partOf(path);
        parts[part] = kB((parts[part] ?? 0) * 1000 + bytesInOutput);
      }
  }
  return { firstPaint: { js, css, total: sum([js, css]) }, lazy, parts };
}

export const run = async (): Promise<{ browsing: BundleSize }> => ({ browsing: await measureBrowsing() });

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const kB = (bytes: number): number => Math.round(bytes / 10) / 100;
const sum = (sizes: readonly number[]): number => kB(sizes.reduce((total, size) => total + size * 1000, 0));

/** The npm package, or our own package and folder. */
function partOf(path: string): string {
  const npm = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  return npm?.[1] ?? /packages\/([^/]+\/src\/[^/]+)/.exec(path)?.[1] ?? path;
}
