import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ByteSource, type BytesInput, type BytesStore, pieces } from '../bytes/BytesStore.ts';

/** Bytes in files of `folder` (which must exist and belong to the sandbox alone), one file for each blob. */
export function createDiskBytes(folder: string): BytesStore {
  const sizes = new Map<string, number>();
  const links = new Map<string, ByteSource>();
  let last = 0;

  const file = (id: string): string => join(folder, id);

  function written(id: string): number {
    const size = sizes.get(id);
    if (size === undefined) {
      throw new TypeError(links.has(id) ? `Blob ${id} is linked and cannot be written` : `No blob ${id}`);
    }
    return size;
  }

  async function write(id: string, offset: number, content: BytesInput): Promise<number> {
    written(id);
    const handle = await open(file(id), 'r+');
    try {
      let position = offset;
      for await (const piece of pieces(content)) {
        await writeAll(handle, piece, position);
        position += piece.byteLength;
      }
      if (position > offset) sizes.set(id, Math.max(written(id), position));
      return position - offset;
    } finally {
      await handle.close();
    }
  }

  const store: BytesStore = {
    create: async () => {
      const id = `d${++last}`;
      await (await open(file(id), 'w')).close();
      sizes.set(id, 0);
      return id;
    },
    link: (source) => {
      const id = `l${++last}`;
      links.set(id, source);
      return id;
    },
    size: (id) => links.get(id)?.size ?? written(id),
    write,
    append: async (id, content) => write(id, written(id), content),
    absorb: async (id, piece, skip = 0) => {
      await write(id, written(id), store.read(piece, skip));
      await store.delete(piece);
    },
    truncate: async (id, size) => {
      if (size >= written(id)) return;
      await truncate(file(id), size);
      sizes.set(id, size);
    },
    read: (id, start = 0, end = Number.POSITIVE_INFINITY) => {
      const source = links.get(id);
      const stop = Math.min(end, store.size(id));
      if (source) return once(async () => (await source.load()).slice(start, stop));
      if (stop <= start) return once(async () => new Uint8Array(0));
      const stream = createReadStream(file(id), { start, end: stop - 1, highWaterMark: 256 * 1024 });
      return Readable.toWeb(stream) as ReadableStream<Uint8Array<ArrayBuffer>>;
    },
    slice: async (id, start = 0, end = Number.POSITIVE_INFINITY) => {
      const source = links.get(id);
      const stop = Math.min(end, store.size(id));
      if (source) return (await source.load()).slice(start, stop);
      const handle = await open(file(id), 'r');
      try {
        const bytes = new Uint8Array(Math.max(0, stop - start));
        const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, start);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    checksum: async (id, algorithm) => {
      const hash = createHash(algorithm);
      for await (const piece of pieces(store.read(id))) hash.update(piece);
      return hash.digest('hex');
    },
    delete: async (id) => {
      links.delete(id);
      if (sizes.delete(id)) await rm(file(id), { force: true });
    },
  };
  return store;
}

async function writeAll(handle: FileHandle, piece: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < piece.byteLength;) {
    done += (await handle.write(piece, done, piece.byteLength - done, position + done)).bytesWritten;
  }
}

function once(load: () => Promise<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async start(controller) {
      const bytes = await load();
      if (bytes.byteLength > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
