import { KalturaApiError } from '../errors.ts';
import type { KalturaClient } from '../createKalturaClient.ts';
import { isPassing } from './passing.ts';
import { KalturaUploadTokenStatus, uploadTokenAdd, type KalturaUploadToken } from '../services/uploadTokenRequests.ts';

export interface HolderOptions {
  client: KalturaClient;
  /** A name that no other upload has: after a lost answer the token is recognised by it. */
  file: { name: string; size: number };
  /** The token of an earlier attempt. */
  tokenId?: string | null;
  /** Where there is no id: an earlier attempt may have made a token all the same. */
  mayHaveOne?: boolean;
  onMade?: (tokenId: string) => void;
}

/**
 * The one upload token of a file. Making it survives an abort (the call can't be taken back, so its token is kept for the
 * next attempt), and a lost answer neither makes a second one nor leaves one behind.
 */
export class UploadTokenHolder {
  readonly #options: HolderOptions;
  readonly #useless = new Set<string>();
  #making: Promise<KalturaUploadToken> | null = null;
  #tokenId: string | null;
  #name: string;
  /** A token may have been made whose id nobody heard. */
  #doubtful: boolean;

  constructor(options: HolderOptions) {
    this.#options = options;
    this.#name = options.file.name;
    this.#tokenId = options.tokenId ?? null;
    this.#doubtful = this.#tokenId === null && (options.mayHaveOne ?? false);
  }

  get tokenId(): string | null {
    return this.#tokenId;
  }

  /** Goes on with the token that another tab has begun to fill, or may have made without hearing of it, under this name. */
  adopt({ tokenId, name, mayHaveOne }: { tokenId: string | null; name: string; mayHaveOne: boolean }): void {
    this.#tokenId = tokenId;
    this.#name = name;
    this.#doubtful = tokenId === null && mayHaveOne;
  }

  /** A token that was just made. Callers at the same time share it. */
  make(): Promise<KalturaUploadToken> {
    this.#making ??= this.#addOrFind()
      .then((token) => {
        this.#tokenId = token.id;
        this.#options.onMade?.(token.id);
        return token;
      })
      .finally(() => {
        this.#making = null;
      });
    return this.#making;
  }

  /** Deletes what is of no use any more. After a failure, calling it again does the rest. */
  async drop(): Promise<void> {
    await this.#making?.catch(() => null);
    if (this.#tokenId !== null) this.#useless.add(this.#tokenId);
    this.#tokenId = null;
    if (this.#doubtful) {
      const lost = await this.#find();
      if (lost !== null) this.#useless.add(lost.id);
      this.#doubtful = false;
    }
    for (const tokenId of this.#useless) {
      await this.#delete(tokenId);
      this.#useless.delete(tokenId);
    }
  }

  async #addOrFind(): Promise<KalturaUploadToken> {
    const { client, file } = this.#options;
    const token = this.#doubtful ? await this.#find() : null;
    this.#doubtful = false;
    if (token !== null) return token;
    try {
      return await client.call({ ...uploadTokenAdd({ fileName: this.#name, fileSize: file.size }), repeatable: false });
    } catch (error) {
      this.#doubtful = isPassing(error);
      throw error;
    }
  }

  async #find(): Promise<KalturaUploadToken | null> {
    const { client, file } = this.#options;
    const { objects } = await client.uploadToken.list({
      statusIn: [KalturaUploadTokenStatus.PENDING],
      fileNameEqual: this.#name,
      fileSizeEqual: file.size,
    });
    return objects.find(({ id }) => !this.#useless.has(id)) ?? null;
  }

  async #delete(tokenId: string): Promise<void> {
    try {
      await this.#options.client.uploadToken.delete(tokenId);
    } catch (error) {
      if (!(error instanceof KalturaApiError && error.code === 'UPLOAD_TOKEN_NOT_FOUND')) throw error;
    }
  }
}
