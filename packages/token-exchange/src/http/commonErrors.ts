import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import type { Endpoint } from './Endpoint.ts';

/** What any endpoint of this kind may answer with, before it does anything of its own. */
export function commonErrors(endpoint: Endpoint): readonly ExchangeErrorCode[] {
  const { method, roles, body, query, isVersioned = false } = endpoint;
  return [
    ...forEverybody,
    ...(roles === null ? [] : forPeople),
    ...(roles === null || endpoint.isForAnyPlan === true ? [] : forPlans),
    ...(roles !== null && endpoint.isAdminWrite === true ? forAdminWrites : []),
    ...(isVersioned && method !== 'GET' ? forVersions : []),
    ...(body === undefined ? [] : (['malformed_json'] as const)),
    ...(body === undefined && query === undefined ? [] : (['invalid_field'] as const)),
  ];
}

const forEverybody = ['origin_not_allowed', 'too_large', 'unsupported_media_type', 'internal'] as const;

const forPeople = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'role_required',
  'rate_limited',
  'keys_unavailable',
  'storage_unavailable',
  'draining',
] as const;

const forPlans = ['plan_not_entitled'] as const;
const forAdminWrites = ['token_replayed', 'storage_full'] as const;
const forVersions = ['if_match_required', 'changed_meanwhile'] as const;

/** Kaltura is not there, or not itself. */
export const kalturaTroubles: readonly ExchangeErrorCode[] = [
  'upstream_bad_response',
  'upstream_unavailable',
  'breaker_open',
  'upstream_timeout',
];

/** Why there is no session of Kaltura for a person: the connection, the App Token or the person's user is not right. */
export const sessionErrors: readonly ExchangeErrorCode[] = [
  'not_connected',
  'secret_unreadable',
  'connection_paused',
  'person_revoked',
  'service_url_not_allowed',
  'connection_misconfigured',
  'upstream_refused',
  'session_pool_killed',
  'email_not_verified',
  'email_not_supported',
  'email_ambiguous',
  'kaltura_user_taken',
  'kaltura_user_blocked',
  'storage_full',
  ...kalturaTroubles,
];
