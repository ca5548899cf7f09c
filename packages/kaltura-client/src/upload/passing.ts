import { isStaleSession } from '../api/toApiError.ts';
import { KalturaApiError, KalturaClientError, UpstreamError } from '../errors.ts';

const internalCodes: ReadonlySet<string> = new Set([
  'INTERNAL_SERVERL_ERROR',
  'INTERNAL_SERVER_ERROR',
  'INTERNAL_DATABASE_ERROR',
]);

/** Something broke inside Kaltura; what was asked for may have been done all the same. */
export const isInternal = (error: unknown): boolean =>
  error instanceof KalturaApiError && internalCodes.has(error.code);

/** May the same attempt succeed a little later? Also what a proxy says in Kaltura's place passes, whatever its status. */
export const isPassing = (error: unknown): boolean =>
  isStaleSession(error) ||
  isInternal(error) ||
  error instanceof UpstreamError ||
  (error instanceof KalturaClientError && error.retriable);
