import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What `uploadToken.upload` is told. */
export interface ReceivedChunk {
  resume: boolean;
  /** Bytes. */
  resumeAt: number;
  final: boolean;
  bytes: Buffer;
}

export type TokenAnswer =
  | { objectType: 'KalturaUploadToken'; id: string; status: number; fileSize: string; uploadedFileSize?: string }
  | { objectType: 'KalturaAPIException'; code: string; message: string; args: [] };

interface Token {
  id: string;
  status: number;
  fileSize: number;
  /** What is contiguous from the beginning, in pieces: joining them would hold up whoever sends meanwhile. */
  pieces: Buffer[];
  /** Bytes of all pieces; undefined before the first chunk. */
  held: number | undefined;
  parked: Map<number, Buffer>;
}

/**
 * Kaltura's rules about chunks, in memory: the first chunk makes the file, later ones are put in their place or put aside
 * until they fit, a final one waits until everything is there. The sandbox keeps the same rules (a test holds both to the
 * same answers) but spends 5 ms of processor on each MiB, which on fast links would be measured instead of the uploader.
 */
export class UploadTokens {
  readonly #tokens = new Map<string, Token>();
  readonly #finalWaitSeconds: number;

  constructor({ finalWaitSeconds = 45 }: { finalWaitSeconds?: number } = {}) {
    this.#finalWaitSeconds = finalWaitSeconds;
  }

  add(fileSize: number): TokenAnswer {
    const id = `0_${randomBytes(16).toString('hex')}`;
    const token = { id, status: 0, fileSize, pieces: [], held: undefined, parked: new Map() };
    this.#tokens.set(id, token);
    return answer(token);
  }

  get(id: string): TokenAnswer {
    const token = this.#tokens.get(id);
    return token ? answer(token) : exception('UPLOAD_TOKEN_NOT_FOUND');
  }

  /** The bytes of a token that is complete, in pieces. */
  bytesOf(id: string): readonly Buffer[] | null {
    const token = this.#tokens.get(id);
    return token?.status === 2 ? token.pieces : null;
  }

  async upload(id: string, { resume, resumeAt, final, bytes }: ReceivedChunk): Promise<TokenAnswer> {
    const token = this.#tokens.get(id);
    if (!token) return exception('UPLOAD_TOKEN_NOT_FOUND');
    if (token.status > 1) return exception('UPLOAD_TOKEN_INVALID_STATUS_FOR_UPLOAD');
    if (!resume) begin(token, bytes);
    else if (token.held === undefined) return exception('UPLOAD_TOKEN_CANNOT_RESUME');
    // Of the parked chunks that now fit the answer does not know yet.
    const held = resume ? place(token, resumeAt, bytes) : bytes.length;

    if (final && resumeAt > 0) {
      const expected = resumeAt + bytes.length;
      for (let polls = 0; token.held !== expected && polls < this.#finalWaitSeconds; polls += 1) await sleep(1000);
      if (token.held !== expected) return exception('UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE');
    }
    token.status = final ? 2 : 1;
    return answer(token, final ? token.held : held);
  }
}

function begin(token: Token, bytes: Buffer): void {
  token.pieces = [bytes];
  token.held = bytes.length;
}

/** Answers the contiguous size with this chunk, before parked ones follow. */
function place(token: Token, at: number, bytes: Buffer): number {
  if (bytes.length > 0) token.parked.set(at, bytes);
  const held = merge(token, at);
  for (const [parkedAt] of [...token.parked].sort(([one], [other]) => one - other)) merge(token, parkedAt);
  return held;
}

function merge(token: Token, at: number): number {
  const held = token.held ?? 0;
  const bytes = token.parked.get(at);
  if (!bytes || at > held || at + bytes.length <= held) return held;
  token.parked.delete(at);
  token.pieces.push(bytes.subarray(held - at));
  token.held = at + bytes.length;
  return token.held;
}

function answer({ id, status, fileSize, held }: Token, size: number | undefined = held): TokenAnswer {
  const uploadedFileSize = size === undefined ? {} : { uploadedFileSize: String(size) };
  return { objectType: 'KalturaUploadToken', id, status, fileSize: String(fileSize), ...uploadedFileSize };
}

const exception = (code: string): TokenAnswer => ({
  objectType: 'KalturaAPIException',
  code,
  message: code,
  args: [],
});
