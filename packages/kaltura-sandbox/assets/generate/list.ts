import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createMemoryBytes } from '../../src/bytes/memoryBytes.ts';
import { probeMedia } from '../../src/bytes/probe.ts';

/** Writes `src/demo/assetFiles.ts`: what lies in `assets/media`. Run after `generate.ts`. */
const folder = new URL('../media/', import.meta.url);
const store = createMemoryBytes();
const lines: string[] = [];
for (const name of readdirSync(folder).toSorted()) {
  const bytes = readFileSync(new URL(name, folder));
  const blob = await store.create();
  await store.append(blob, bytes);
  const facts = await probeMedia(store, blob);
  if (!facts) throw new Error(`${name} is no media`);
  const { width, height, durationMs } = facts;
  lines.push(
    `  '${name}': { url: new URL('../../assets/media/${name}', import.meta.url), bytes: ${bytes.byteLength}, width: ${width}, height: ${height}, durationMs: ${durationMs} },`,
  );
}
writeFileSync(
  new URL('../../src/demo/assetFiles.ts', import.meta.url),
  `// Written by assets/generate/list.ts.

/** A file of the demo library. Pixels are 0 for sounds, milliseconds for pictures. */
export interface AssetFile {
  url: URL;
  bytes: number;
  width: number;
  height: number;
  durationMs: number;
}

/** By file name. The addresses are written out one by one: that is the form bundlers understand. */
export const assetFiles: Readonly<Record<string, AssetFile>> = {
${lines.join('\n')}
};
`,
);
