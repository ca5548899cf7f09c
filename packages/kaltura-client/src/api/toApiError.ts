import { KalturaApiError, KalturaForbiddenError, KalturaRateLimitError } from '../errors.ts';
import { isRecord } from '../services/read.ts';

export interface CallName {
  service: string;
  action: string;
}

/** Kaltura answers errors with status 200 and an object of this type. */
export const isException = (json: unknown): json is Record<string, unknown> =>
  isRecord(json) && json['objectType'] === 'KalturaAPIException';

/** Kaltura's error object as an error of ours. `ks` is the one that was sent: it is cut out wherever it is repeated. */
export function toApiError(exception: Record<string, unknown>, call: CallName, ks?: string): KalturaApiError {
  const code = clean(exception['code'], ks) || 'UNKNOWN';
  const args = safeArgs(exception['args'], ks);
  const message = code === 'INVALID_KS' ? 'The session is not valid for this' : clean(exception['message'], ks);
  const fault = { code, args, message, service: call.service, action: call.action };
  if (code === 'ACTION_BLOCKED') return new KalturaRateLimitError(fault);
  if (forbidden.has(code) || (code === 'INVALID_KS' && args['ERR_CODE'] === '-4'))
    return new KalturaForbiddenError(fault);
  return new KalturaApiError(fault);
}

/** Would a new session help? */
export const isStaleSession = (error: unknown): boolean =>
  error instanceof KalturaApiError && error.code === 'INVALID_KS' && !(error instanceof KalturaForbiddenError);

const forbidden: ReadonlySet<string> = new Set([
  'SERVICE_FORBIDDEN',
  'SERVICE_FORBIDDEN_CONTENT_BLOCKED',
  'SERVICE_ACCESS_CONTROL_RESTRICTED',
  'USER_BLOCKED',
  'CANNOT_RETRIEVE_ANOTHER_USER_USING_NON_ADMIN_SESSION',
]);

/** What Kaltura puts in place of the KS it refused, when it knows why. */
const ksMarkers: ReadonlySet<string> = new Set([
  'EXPIRED',
  'LOGOUT',
  'EXCEEDED_ACTIONS_LIMIT',
  'EXCEEDED_RESTRICTED_IP',
  'EXCEEDED_RESTRICTED_URI',
]);

/** `args` is an object of texts, or `[]` when there are none. KSID is kept only where it is no KS. */
function safeArgs(args: unknown, ks: string | undefined): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(isRecord(args) ? args : {})) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    if (name === 'KSID' && !ksMarkers.has(String(value))) continue;
    safe[name] = clean(value, ks);
  }
  return safe;
}

/** A short text without the KS that was sent and without anything that looks like one (`v2|…` in base64). */
function clean(value: unknown, ks: string | undefined): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const withoutOwn = ks ? text.replaceAll(ks, '…') : text;
  return withoutOwn.replace(/djJ8[\w+/=-]{8,}/g, '…').slice(0, 500);
}
