import { createHash, randomFillSync } from 'node:crypto';
import { open } from 'node:fs/promises';

/** A file of random bytes. */
export interface Sample {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export async function makeSample(path: string, mib: number): Promise<Sample> {
  const piece = Buffer.alloc(1024 * 1024);
  const hash = createHash('sha256');
  const handle = await open(path, 'w');
  try {
    for (let written = 0; written < mib; written += 1) {
      randomFillSync(piece);
      hash.update(piece);
      await handle.write(piece);
    }
  } finally {
    await handle.close();
  }
  return { path, bytes: mib * piece.length, sha256: hash.digest('hex') };
}
