/** What is needed of a `File`: its size and any part of it. */
export interface SliceableFile {
  readonly size: number;
  readonly name?: string | undefined;
  slice(start: number, end: number): Blob;
}

export interface RangeReader {
  readonly size: number;
  /**
   * Bytes from `start` on; fewer than `length` at the end of the file and when the allowance is used up. A parser that
   * gets too few bytes is at its end, too.
   */
  read(start: number, length: number): Promise<DataView<ArrayBuffer>>;
}

export interface RangeReaderOptions {
  /** Bytes that may be read in all. */
  allowance: number;
  signal?: AbortSignal | undefined;
}

const pageSize = 4096;

/** Reads a file by pages, each at most once, and never more than the allowance: a header may claim anything. */
export function createRangeReader(file: SliceableFile, { allowance, signal }: RangeReaderOptions): RangeReader {
  const pages = new Map<number, Uint8Array>();
  let left = allowance;

  async function page(index: number): Promise<Uint8Array> {
    const known = pages.get(index);
    if (known) return known;
    const start = index * pageSize;
    const end = Math.min(file.size, start + pageSize);
    if (end <= start || end - start > left) return new Uint8Array();
    signal?.throwIfAborted();
    left -= end - start;
    const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
    signal?.throwIfAborted();
    pages.set(index, bytes);
    return bytes;
  }

  async function read(start: number, length: number): Promise<DataView<ArrayBuffer>> {
    const end = Math.min(file.size, start + Math.min(length, allowance));
    if (!(start >= 0) || end <= start) return new DataView(new ArrayBuffer(0));
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const at = start + filled;
      const piece = (await page(Math.floor(at / pageSize))).subarray(at % pageSize, (at % pageSize) + end - at);
      if (piece.length === 0) break;
      bytes.set(piece, filled);
      filled += piece.length;
    }
    return new DataView(bytes.buffer, 0, filled);
  }

  return { size: file.size, read };
}

/** Latin-1 text of a part of what was read; shorter where the bytes end. */
export function asciiAt(view: DataView, at: number, length: number): string {
  let text = '';
  for (let index = at; index < Math.min(at + length, view.byteLength); index += 1) {
    text += String.fromCharCode(view.getUint8(index));
  }
  return text;
}
