import { KalturaApiError, KalturaClientError } from '../errors.ts';
import type { KalturaClient } from '../createKalturaClient.ts';
import { KalturaUploadTokenStatus, uploadTokenAdd, type KalturaUploadToken } from '../services/uploadTokenRequests.ts';

/** Seconds that the clocks of Kaltura and of this machine may differ. */
const CLOCK_TOLERANCE_S = 300;

export interface HolderOptions {
  client: KalturaClient;
  file: { name: string; size: number };
  /** The token of an earlier attempt. */
  tokenId?: string | null;
  /** Unix seconds. */
  now: () => number;
}

/**
 * The one upload token of a file. Making it survives an abort (the call can't be taken back, so its token is kept for the
 * next attempt), and a lost answer does not make a second one.
 */
export class UploadTokenHolder {
  readonly #options: HolderOptions;
  #making: Promise<KalturaUploadToken> | null = null;
  #tokenId: string | null;

  constructor(options: HolderOptions) {
    this.#options = options;
    this.#tokenId = options.tokenId ?? null;
  }

  get tokenId(): string | null {
    return this.#tokenId;
  }

  /** The token that was made but not used yet, or a new one. */
  async make(): Promise<KalturaUploadToken> {
    this.#making ??= this.#add();
    try {
      const token = await this.#making;
      this.#tokenId = token.id;
      return token;
    } finally {
      this.#making = null;
    }
  }

  /** This token is of no use any more. */
  async drop(): Promise<void> {
    const made = await this.#making?.catch(() => null);
    const tokenId = made?.id ?? this.#tokenId;
    this.#tokenId = null;
    if (tokenId === null) return;
    await this.#options.client.uploadToken.delete(tokenId).catch((error: unknown) => {
      if (!(error instanceof KalturaApiError && error.code === 'UPLOAD_TOKEN_NOT_FOUND')) throw error;
    });
  }

  async #add(): Promise<KalturaUploadToken> {
    const { client, file, now } = this.#options;
    const since = now() - CLOCK_TOLERANCE_S;
    try {
      return await client.call({ ...uploadTokenAdd({ fileName: file.name, fileSize: file.size }), repeatable: false });
    } catch (error) {
      if (!(error instanceof KalturaClientError && error.retriable)) throw error;
      const made = await client.uploadToken.list({
        statusIn: [KalturaUploadTokenStatus.PENDING],
        fileNameEqual: file.name,
        fileSizeEqual: file.size,
      });
      const lost = made.objects.find(({ createdAt }) => createdAt >= since);
      if (lost === undefined) throw error;
      return lost;
    }
  }
}
