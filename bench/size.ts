import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a host's page loads for a use of the package: kB (1000 bytes), minified and gzipped, React left out. */
export interface BundleSize {
  /** Before the first request: toolbar, skeleton, client, cache. */
  readonly firstPaint: Load;
  /** With the grid that loads beside the first request: everything that browsing in English takes when nothing fails. */
  readonly wholeBrowsing: Load;
  /** What is loaded on top as soon as somebody uploads, in English. */
  readonly uploading: Uploading;
  /** Every chunk that is loaded later, by the module that was asked for; a shared one has the name of its first source. */
  readonly lazy: Readonly<Record<string, number>>;
  /** Shares of the first paint's JavaScript, minified, not gzipped. */
  readonly parts: Readonly<Record<string, number>>;
}

export interface Load {
  readonly js: number;
  readonly css: number;
  readonly total: number;
}

/** Shares are measured as chunks of their own; together they weigh less. */
export interface Uploading {
  readonly total: number;
  /** What of it comes from tus-js-client and its dependencies. */
  readonly tus: number;
  /** Rules that come with the interface, where a sheet of its own would be for everybody. */
  readonly css: number;
  /** English. */
  readonly sentences: number;
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
    result.outputFiles.map((file) => [baseName(file.path), gzipSync(file.contents, { level: 9 }).length]),
  );
  const chunks = new Map(Object.entries(result.metafile.outputs).map(([path, output]) => [baseName(path), output]));
  const loads = (from: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const { path, kind } of chunks.get(from)?.imports ?? []) {
      if (kind === 'import-statement' && chunks.has(baseName(path))) loads(baseName(path), seen);
    }
    return seen;
  };
  const named = [...chunks].map(([name, { entryPoint, inputs }]) => ({
    name,
    source: baseName(entryPoint ?? Object.keys(inputs)[0] ?? name),
  }));

  const first = loads('stdin.js');
  const beginningWith = (source: string): string => {
    const found = named.find((chunk) => chunk.source === source);
    if (!found) throw new Error(`No chunk begins with ${source}: is it still loaded lazily?`);
    return found.name;
  };
  const whole = loads(beginningWith('laterPart.ts'), new Set(first));
  const uploading = [...loads(beginningWith('part.ts'), new Set(whole))].filter((name) => !whole.has(name));
  const css = gzipped.get('stdin.css') ?? 0;
  const weigh = (names: Iterable<string>): number =>
    [...names].reduce((sum, name) => sum + (gzipped.get(name) ?? 0), 0);
  const loadOf = (names: Iterable<string>): Load => {
    const js = weigh(names);
    return { js: kB(js), css: kB(css), total: kB(js + css) };
  };

  const parts: Record<string, number> = {};
  for (const name of first) {
    for (const [path, { bytesInOutput }] of Object.entries(chunks.get(name)?.inputs ?? {})) {
      parts[partOf(path)] = (parts[partOf(path)] ?? 0) + bytesInOutput;
    }
  }
  return {
    firstPaint: loadOf(first),
    wholeBrowsing: loadOf(whole),
    uploading: {
      total: kB(weigh(uploading)),
      tus: await measureAlone(`export { default } from 'tus-js-client/lib.esm/upload.js'`, 'kaltura-client'),
      css: await measureAlone(`export * from './src/uploader/uploaderStyles.ts'`, 'media-library'),
      sentences: await measureAlone(`export * from './src/messages/uploader/en.ts'`, 'media-library'),
    },
    lazy: Object.fromEntries(
      named
        .filter(({ name }) => name.endsWith('.js') && !first.has(name))
        .map(({ name, source }) => [source, kB(gzipped.get(name) ?? 0)]),
    ),
    parts: Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [part, kB(bytes)])),
  };
}

/** What a module weighs with all that it imports. */
async function measureAlone(contents: string, from: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL(`../packages/${from}`, import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    conditions: ['spaces-kaltura-source'],
    logLevel: 'silent',
  });
  return kB(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length);
}

export const run = async (): Promise<{ browsing: BundleSize }> => ({ browsing: await measureBrowsing() });

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const kB = (bytes: number): number => Math.round(bytes / 10) / 100;

/** The npm package, or our own package and folder. */
function partOf(path: string): string {
  const npm = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
  return npm?.[1] ?? /packages\/([^/]+\/src\/[^/]+)/.exec(path)?.[1] ?? path;
}
