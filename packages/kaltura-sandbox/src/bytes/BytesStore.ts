/**
 * Where the sandbox keeps bytes: uploads in progress, the files of entries, renditions.
 * Memory is the default (Node and browser); `createDiskBytes` of `./node` keeps them in files, so that a 5 GB upload needs no 5 GB of memory.
 * Every method throws a `TypeError` for an id it does not know.
 */
export interface BytesStore {
  /** A new, empty blob; answers its id. */
  create(): Promise<string>;
  /** A blob whose bytes live elsewhere and are fetched when somebody reads them. It cannot be written. */
  link(source: ByteSource): string;
  /** Bytes held now. */
  size(id: string): number;
  /** Writes at an offset, over what is there; a gap before it is filled with zeros. Answers the number of bytes written. */
  write(id: string, offset: number, content: BytesInput): Promise<number>;
  /** Writes at the end. Answers the number of bytes written. */
  append(id: string, content: BytesInput): Promise<number>;
  /** Moves what `piece` has after its first `skip` bytes to the end of `id`, and removes `piece`. */
  absorb(id: string, piece: string, skip?: number): Promise<void>;
  truncate(id: string, size: number): Promise<void>;
  /** The bytes `[start, end)`, in pieces. */
  read(id: string, start?: number, end?: number): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The bytes `[start, end)`, at once; shorter when the blob ends earlier. */
  slice(id: string, start?: number, end?: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Lower-case hexadecimal digest of the whole blob. */
  checksum(id: string, algorithm: 'sha256' | 'md5'): Promise<string>;
  /** Removing what is not there is no error. */
  delete(id: string): Promise<void>;
}

export type BytesInput = Uint8Array | Blob | ReadableStream<Uint8Array>;

export interface ByteSource {
  size: number;
  /** Called each time; the source decides what to keep. */
  load(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Hands over an input piece by piece, whatever its form. */
export async function* pieces(content: BytesInput): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    if (content.byteLength > 0) yield content;
    return;
  }
  const reader = (content instanceof Blob ? content.stream() : content).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
