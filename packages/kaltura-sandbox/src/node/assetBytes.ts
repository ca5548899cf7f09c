import { readFile } from 'node:fs/promises';

/** Reads a file of the demo library from the disk. */
export async function assetBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(url));
}
