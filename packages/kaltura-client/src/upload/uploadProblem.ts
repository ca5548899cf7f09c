import {
  ExchangeError,
  HostTokenError,
  KalturaApiError,
  KalturaClientError,
  KalturaForbiddenError,
} from '../errors.ts';
import { FileUnreadableError } from './chunkSender.ts';
import { EntryRefusedError } from './attachUpload.ts';
import { OwnerChangedError } from './oneOwner.ts';
import { FileChangedError } from './runUpload.ts';
import { UploadLostError } from './KalturaHttpStack.ts';
import type { UploadProblem, UploadProblemCode } from './UploadItem.ts';

/** Kaltura's codes that mean something to the person who uploads. */
const byKalturaCode: Readonly<Record<string, UploadProblemCode>> = {
  UPLOAD_TOKEN_FILE_TYPE_RESTRICTED_FOR_UPLOAD: 'type_refused',
  FILE_CONTENT_NOT_SECURE: 'type_refused',
  // Kaltura blocks accounts that are full; it has no other word for it.
  SERVICE_FORBIDDEN_CONTENT_BLOCKED: 'account_blocked',
  SERVICE_FORBIDDEN_FULLY_BLOCKED: 'account_blocked',
  USER_BLOCKED: 'forbidden',
  CONVERSION_PROFILE_ID_NOT_FOUND: 'profile_unknown',
  INGESTION_PROFILE_ID_NOT_FOUND: 'profile_unknown',
  UNSAFE_HTML_TAGS: 'unsafe_text',
  INVALID_KS: 'session_refused',
};

/** What stopped an upload, in the words that people's sentences hang on. Never contains a KS. */
export function toUploadProblem(error: unknown): UploadProblem {
  if (error instanceof FileUnreadableError || isNotReadable(error)) return problem('file_unreadable', false);
  if (error instanceof FileChangedError) return problem('file_changed', false);
  if (error instanceof EntryRefusedError) return toUploadProblem(error.cause);
  if (error instanceof UploadLostError) return problem('upstream', true);
  if (error instanceof ExchangeError || error instanceof OwnerChangedError || error instanceof HostTokenError)
    return problem('session_refused', true, error.code);
  // Whoever gives sessions has withdrawn: another person has signed in.
  if (error instanceof DOMException && error.name === 'AbortError') return problem('session_refused', true);
  if (error instanceof KalturaApiError) {
    const code = byKalturaCode[error.code] ?? (error instanceof KalturaForbiddenError ? 'forbidden' : 'upstream');
    return problem(code, code === 'upstream' || code === 'session_refused' || code === 'profile_unknown', error.code);
  }
  if (error instanceof KalturaClientError) return problem('upstream', true, error.code);
  return problem('internal', false);
}

const problem = (code: UploadProblemCode, retriable: boolean, detail: string | null = null): UploadProblem => ({
  code,
  retriable,
  detail,
});

const isNotReadable = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');
