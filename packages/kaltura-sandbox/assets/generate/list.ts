import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createMemoryBytes } from '../../src/bytes/memoryBytes.ts';
import { probeMedia } from '../../src/bytes/probe.ts';

/** Writes `src/demo/assetUrls.ts` and `src/demo/assetFacts.ts`: what lies in `assets/media`. Run after `generate.ts`. */
const folder = new URL('../media/', import.meta.url);
const names = readdirSync(folder).toSorted();
const store = createMemoryBytes();
const facts: string[] = [];
for (const name of names) {
  const bytes = readFileSync(new URL(name, folder));
  const blob = await store.create();
  await store.append(blob, bytes);
  const found = await probeMedia(store, blob);
  if (!found) throw new Error(`${name} is no media`);
  facts.push(`  '${name}': [${bytes.byteLength}, ${found.width}, ${found.height}, ${found.durationMs}],`);
}
const urls = names.map((name) => `  '${name}': new URL('../../assets/media/${name}', import.meta.url),`);

write(
  'assetUrls',
  `/** Where the demo's files lie. The addresses are written out one by one: that is the form bundlers understand. */
export const assetUrls: Readonly<Record<string, URL>> = {
${urls.join('\n')}
};`,
);
write(
  'assetFacts',
  `/** By file name: bytes, width and height in pixels (0 for sounds), length in milliseconds (0 for pictures). */
export const assetFacts: Readonly<Record<string, readonly [number, number, number, number]>> = {
${facts.join('\n')}
};`,
);

function write(name: string, text: string): void {
  const file = new URL(`../../src/demo/${name}.ts`, import.meta.url);
  writeFileSync(file, `// Written by assets/generate/list.ts.\n\n${text}\n`);
}
