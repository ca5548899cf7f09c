import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BytesStore } from '../bytes/BytesStore.ts';

/** Runs ffmpeg and answers what it wrote to its standard output; null when there is no ffmpeg on the PATH, or it gave up. */
export function ffmpeg(args: readonly string[]): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve) => {
    const child = spawn('ffmpeg', ['-v', 'quiet', '-nostdin', '-y', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? new Uint8Array(Buffer.concat(pieces)) : null));
  });
}

/** Whether there is an ffmpeg on the PATH; looked for once. */
export function hasFfmpeg(): Promise<boolean> {
  return (found ??= ffmpeg(['-version']).then((output) => output !== null));
}

let found: Promise<boolean> | undefined;

/** Puts a stored blob into a file while `work` runs: ffmpeg wants to jump about in its input. */
export async function withFile<TValue>(
  bytes: BytesStore,
  id: string,
  work: (file: string, folder: string) => Promise<TValue>,
): Promise<TValue> {
  const folder = await mkdtemp(join(tmpdir(), 'kaltura-sandbox-'));
  try {
    const file = join(folder, 'source');
    await pipeline(Readable.from(bytes.read(id)), createWriteStream(file));
    return await work(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
