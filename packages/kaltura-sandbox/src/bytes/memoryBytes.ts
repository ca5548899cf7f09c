import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type ByteSource, type BytesInput, type BytesStore, pieces } from './BytesStore.ts';

/** Bytes in memory: for tests, Storybook and everything that ends with the process. */
export function createMemoryBytes(): BytesStore {
  const blobs = new Map<string, Growing>();
  const links = new Map<string, ByteSource>();
  let last = 0;

  function blob(id: string): Growing {
    const found = blobs.get(id);
    if (!found) throw new TypeError(links.has(id) ? `Blob ${id} is linked and cannot be written` : `No blob ${id}`);
    return found;
  }

  async function whole(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const source = links.get(id);
    return source ? source.load() : blob(id).bytes();
  }

  async function write(id: string, offset: number, content: BytesInput): Promise<number> {
    const target = blob(id);
    let position = offset;
    for await (const piece of pieces(content)) {
      target.write(position, piece);
      position += piece.byteLength;
    }
    return position - offset;
  }

  const store: BytesStore = {
    create: async () => {
      const id = `m${++last}`;
      blobs.set(id, new Growing());
      return id;
    },
    link: (source) => {
      const id = `l${++last}`;
      links.set(id, source);
      return id;
    },
    size: (id) => links.get(id)?.size ?? blob(id).size,
    write,
    append: async (id, content) => write(id, blob(id).size, content),
    absorb: async (id, piece, skip = 0) => {
      const rest = await store.slice(piece, skip);
      blob(id).write(blob(id).size, rest);
      await store.delete(piece);
    },
    truncate: async (id, size) => blob(id).truncate(size),
    read: (id, start = 0, end = Number.POSITIVE_INFINITY) => {
      store.size(id);
      return new ReadableStream({
        async start(controller) {
          const bytes = (await whole(id)).slice(start, Math.min(end, store.size(id)));
          if (bytes.byteLength > 0) controller.enqueue(bytes);
          controller.close();
        },
      });
    },
    slice: async (id, start = 0, end = Number.POSITIVE_INFINITY) =>
      (await whole(id)).slice(start, Math.min(end, store.size(id))),
    checksum: async (id, algorithm) => {
      const bytes = await whole(id);
      return bytesToHex(
        algorithm === 'md5' ? md5(bytes) : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
      );
    },
    delete: async (id) => {
      blobs.delete(id);
      links.delete(id);
    },
  };
  return store;
}

/** Doubles its room as it grows, so that many small chunks cost no more than one big one. */
class Growing {
  size = 0;
  #room = new Uint8Array(0);

  write(offset: number, piece: Uint8Array): void {
    const end = offset + piece.byteLength;
    if (end > this.#room.byteLength) {
      const larger = new Uint8Array(Math.max(end, this.#room.byteLength * 2));
      larger.set(this.#room.subarray(0, this.size));
      this.#room = larger;
    }
    this.#room.set(piece, offset);
    this.size = Math.max(this.size, end);
  }

  truncate(size: number): void {
    if (size >= this.size) return;
    this.#room.fill(0, size, this.size);
    this.size = size;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#room.subarray(0, this.size);
  }
}
