import { createKalturaApi, type KalturaApiOptions } from './api/createKalturaApi.ts';
import type { CallOptions, KalturaRequest, MultirequestResult, MultirequestResults } from './api/KalturaRequest.ts';
import { isStaleSession } from './api/toApiError.ts';
import type { KalturaPlaybackContext } from './services/baseEntryRequests.ts';
import { getPlaybackContext } from './services/baseEntryRequests.ts';
import type { KalturaMediaEntry } from './services/KalturaMediaEntry.ts';
import type { KalturaList, KalturaPager, MediaListParams } from './services/mediaFilter.ts';
import { mediaAdd, mediaAddContent, mediaGet, mediaList, mediaUpdate } from './services/mediaRequests.ts';
import type { MediaEntryInit, MediaEntryInput } from './services/mediaRequests.ts';
import { uploadTokenAdd, uploadTokenDelete, uploadTokenGet, uploadTokenList } from './services/uploadTokenRequests.ts';
import type { KalturaUploadToken, UploadTokenFilter } from './services/uploadTokenRequests.ts';
import { type KalturaUser, userGet } from './services/userRequests.ts';
import type { KalturaSession, SessionSource } from './session/KalturaSession.ts';

export interface KalturaClientOptions extends KalturaApiOptions {
  session: SessionSource;
}

/**
 * Kaltura's services for one person. Every call takes an `AbortSignal`, and rejects with a `KalturaApiError` (or one of
 * its kinds), `NetworkError`, `UpstreamError`, `ExchangeError`, or the signal's reason.
 */
export interface KalturaClient {
  readonly session: SessionSource;
  readonly media: {
    list(params?: MediaListParams, options?: CallOptions): Promise<KalturaList<KalturaMediaEntry>>;
    get(entryId: string, options?: CallOptions): Promise<KalturaMediaEntry>;
    add(entry: MediaEntryInit, options?: CallOptions): Promise<KalturaMediaEntry>;
    addContent(entryId: string, uploadTokenId: string, options?: CallOptions): Promise<KalturaMediaEntry>;
    update(entryId: string, entry: MediaEntryInput, options?: CallOptions): Promise<KalturaMediaEntry>;
  };
  readonly baseEntry: {
    getPlaybackContext(entryId: string, options?: CallOptions): Promise<KalturaPlaybackContext>;
  };
  readonly uploadToken: {
    add(file: { fileName: string; fileSize: number }, options?: CallOptions): Promise<KalturaUploadToken>;
    get(uploadTokenId: string, options?: CallOptions): Promise<KalturaUploadToken>;
    list(
      filter?: UploadTokenFilter,
      pager?: KalturaPager,
      options?: CallOptions,
    ): Promise<KalturaList<KalturaUploadToken>>;
    delete(uploadTokenId: string, options?: CallOptions): Promise<null>;
  };
  readonly user: {
    /** The user whom the session acts for; created by this call when there was none. */
    get(options?: CallOptions): Promise<KalturaUser>;
  };
  call<TResult>(request: KalturaRequest<TResult>, options?: CallOptions): Promise<TResult>;
  /** Several requests in one round trip, with a result or an error for each. */
  multirequest<const TRequests extends readonly KalturaRequest<unknown>[]>(
    requests: TRequests,
    options?: CallOptions,
  ): Promise<MultirequestResults<TRequests>>;
}

/**
 * A client that takes its session from `session`. When Kaltura refuses a KS, all calls that hit it share one renewal and
 * each is repeated once: Kaltura refuses before it does anything, so this is safe for writes too.
 */
export function createKalturaClient({ session: source, ...apiOptions }: KalturaClientOptions): KalturaClient {
  const api = createKalturaApi(apiOptions);

  const renewed = async (stale: KalturaSession, options?: CallOptions): Promise<KalturaSession | null> => {
    const fresh = await source.renew(stale, options);
    return fresh.ks === stale.ks ? null : fresh;
  };

  const call = async <TResult>(request: KalturaRequest<TResult>, options?: CallOptions): Promise<TResult> => {
    const session = await source.get(options);
    try {
      return await api.call(request, session, options);
    } catch (error) {
      if (!isStaleSession(error)) throw error;
      const fresh = await renewed(session, options);
      if (!fresh) throw error;
      return api.call(request, fresh, options);
    }
  };

  const multirequest = async <const TRequests extends readonly KalturaRequest<unknown>[]>(
    requests: TRequests,
    options?: CallOptions,
  ): Promise<MultirequestResults<TRequests>> => {
    const session = await source.get(options);
    const results = await api.multirequest(requests, session, options);
    if (!mayReplay(requests, results)) return results;
    const fresh = await renewed(session, options);
    return fresh ? api.multirequest(requests, fresh, options) : results;
  };

  return {
    session: source,
    call,
    multirequest,
    media: {
      list: (params, options) => call(mediaList(params), options),
      get: (entryId, options) => call(mediaGet(entryId), options),
      add: (entry, options) => call(mediaAdd(entry), options),
      addContent: (entryId, uploadTokenId, options) => call(mediaAddContent(entryId, uploadTokenId), options),
      update: (entryId, entry, options) => call(mediaUpdate(entryId, entry), options),
    },
    baseEntry: {
      getPlaybackContext: async (entryId, options) => {
        const { serviceUrl } = await source.get(options);
        return call(getPlaybackContext(entryId, protocolOf(serviceUrl)), options);
      },
    },
    uploadToken: {
      add: (file, options) => call(uploadTokenAdd(file), options),
      get: (uploadTokenId, options) => call(uploadTokenGet(uploadTokenId), options),
      list: (filter, pager, options) => call(uploadTokenList(filter, pager), options),
      delete: (uploadTokenId, options) => call(uploadTokenDelete(uploadTokenId), options),
    },
    user: { get: (options) => call(userGet(), options) },
  };
}

export const protocolOf = (serviceUrl: string): 'http' | 'https' => (serviceUrl.startsWith('http:') ? 'http' : 'https');

/** All items refused: nothing was done. Only some (the KS expired in between): replay when doing the others again is harmless. */
function mayReplay(
  requests: readonly KalturaRequest<unknown>[],
  results: readonly MultirequestResult<unknown>[],
): boolean {
  const refused = results.filter((result) => !result.ok && isStaleSession(result.error)).length;
  return refused > 0 && (refused === results.length || requests.every(({ repeatable }) => repeatable));
}
