import {
  checkIds,
  type AuditRow,
  type CheckFinding,
  type CheckId,
  type ConnectionAnswer,
  type ConnectionCheck,
  type ConnectionTestAnswer,
  type GuidedConversionProfile,
  type StoredAppToken,
} from '@spaces-kaltura/client/exchange';

/** Exchange answers as stories show them. */
export const serverTime = '2026-11-26T09:30:00.000Z';

export const editorToken: StoredAppToken = {
  id: '0_a1b2c3d4',
  hash_type: 'SHA256',
  fingerprint: '5f3a9c21',
  set_at: '2026-11-03T08:12:00.000Z',
  expires_at: null,
};

export const playerToken: StoredAppToken = { ...editorToken, id: '0_p1a2y3e4', fingerprint: '77aa01c4' };

/** A hub that is connected: own media only, uploads with a profile that streams. */
export const connected: ConnectionAnswer = {
  version: 7,
  state: 'ok',
  state_since: '2026-11-03T08:12:00.000Z',
  paused_since: null,
  service_url: 'https://api.eu.kaltura.com',
  partner_id: 4711,
  user_id_mapping: 'email',
  conversion_profile_id: 18,
  conversion_profile_dash: true,
  accepted_privileges: [],
  tokens: { editor: editorToken, player: null },
  rotations: [],
  can_list_all: false,
  can_upload: true,
  granted_privileges: ['disableentitlement'],
  checked_at: '2026-11-26T09:29:48.000Z',
  created_at: '2026-11-03T08:12:00.000Z',
  updated_at: '2026-11-03T08:12:00.000Z',
  server_time: serverTime,
};

const passed = (id: CheckId, index: number): ConnectionCheck => ({
  id,
  outcome: 'passed',
  ms: 34 + 61 * index,
  finding: null,
  detail: {},
  fix: null,
});

const granted: ConnectionTestAnswer['granted'] = {
  user_id: 'ada@atelier-nord.example',
  user_origin: 'matched',
  can_list_all: false,
  can_upload: true,
  privileges: ['disableentitlement'],
  session_seconds: 3600,
};

/** Everything works; media of others play as far as Kaltura lets them. */
export const allGreen: ConnectionTestAnswer = {
  ok: true,
  checks: checkIds.map(passed),
  granted,
  server_time: serverTime,
};

/** Every finding: where it turns up, and what its sentence needs. */
export const findings: Readonly<
  Record<CheckFinding, { check: CheckId; outcome: ConnectionCheck['outcome']; detail?: Record<string, string> }>
> = {
  unreachable: { check: 'reachable', outcome: 'failed' },
  not_kaltura: { check: 'reachable', outcome: 'failed' },
  unknown_account: { check: 'widget_session', outcome: 'failed', detail: { partner_id: '4711' } },
  wrong_hash_type: { check: 'hash', outcome: 'failed', detail: { given: 'SHA256', hash_type: 'SHA1' } },
  wrong_secret: { check: 'hash', outcome: 'failed' },
  unknown_media_host: { check: 'list', outcome: 'passed', detail: { host: 'cfvod.frp2.ovp.kaltura.com' } },
  weak_hash_type: { check: 'hash', outcome: 'passed', detail: { hash_type: 'SHA1' } },
  token_not_found: { check: 'session', outcome: 'failed', detail: { token_id: '0_a1b2c3d4' } },
  token_not_active: { check: 'session', outcome: 'failed', detail: { token_id: '0_a1b2c3d4' } },
  token_expired: { check: 'session', outcome: 'failed', detail: { token_id: '0_a1b2c3d4' } },
  session_too_short: { check: 'session', outcome: 'failed', detail: { seconds: '60' } },
  session_pool_killed: { check: 'session', outcome: 'failed', detail: { token_id: '0_a1b2c3d4' } },
  admin_capable: { check: 'rights', outcome: 'failed', detail: { session_type: 'none' } },
  pinned_user: { check: 'rights', outcome: 'failed', detail: { user_id: 'kim' } },
  dangerous_privilege: { check: 'rights', outcome: 'failed', detail: { privilege: 'edit:*' } },
  missing_privilege: { check: 'rights', outcome: 'passed', detail: { privilege: 'disableentitlement' } },
  restricted_session: { check: 'rights', outcome: 'failed', detail: { privilege: 'actionslimit:3' } },
  list_refused: { check: 'list', outcome: 'failed', detail: { reason: 'SERVICE_FORBIDDEN' } },
  upload_refused: { check: 'upload', outcome: 'failed', detail: { reason: 'SERVICE_FORBIDDEN' } },
  user_blocked: { check: 'user', outcome: 'failed', detail: { user_id: 'ada@atelier-nord.example' } },
  user_ambiguous: {
    check: 'user',
    outcome: 'failed',
    detail: { user_id: 'zoe@atelier-nord.example', other: 'zoé@atelier-nord.example' },
  },
  user_unsupported: { check: 'user', outcome: 'failed', detail: { problem: 'email_not_supported' } },
  no_dash: { check: 'dash', outcome: 'failed', detail: { conversion_profile_id: '18' } },
  dash_unknown: { check: 'dash', outcome: 'skipped' },
  no_player_token: { check: 'player', outcome: 'skipped' },
  player_refused: { check: 'player', outcome: 'failed', detail: { reason: 'APP_TOKEN_ID_NOT_FOUND' } },
  clock_skew: { check: 'clock', outcome: 'failed', detail: { seconds: '92' } },
  busy: { check: 'list', outcome: 'failed' },
  upstream_trouble: { check: 'session', outcome: 'failed' },
};

/** A test with one finding. What stands on a failed check is not checked any more. */
export function testWith(finding: CheckFinding): ConnectionTestAnswer {
  const { check, outcome, detail = {} } = findings[finding];
  const at = checkIds.indexOf(check);
  const stops = outcome === 'failed' && at < checkIds.indexOf('dash');
  const checks = checkIds.map((id, index): ConnectionCheck => {
    if (id === check) return { ...passed(id, index), outcome, finding, detail, fix: finding };
    if (stops && index > at) return { ...passed(id, index), outcome: 'skipped', ms: 0 };
    return passed(id, index);
  });
  return { ok: outcome !== 'failed', checks, granted: stops ? null : granted, server_time: serverTime };
}

export const profiles: readonly GuidedConversionProfile[] = [
  { id: 17, name: 'Default', is_default: true, dash: true, max_height: 1080 },
  { id: 18, name: 'Spaces 4K', is_default: false, dash: true, max_height: 2160 },
  { id: 19, name: 'Source only', is_default: false, dash: false, max_height: null },
];

const ada = { subject: 'ada@atelier-nord.example', name: 'Ada Lindqvist' };
const noor = { subject: 'noor', name: 'Noor Haddad' };

/** Two years of a hub, the newest first. */
export const history: readonly AuditRow[] = [
  {
    id: '9',
    at: '2026-11-25T16:40:00.000Z',
    by: 'exchange',
    person: null,
    action: 'rotation_ended',
    detail: { version: 9, purpose: 'editor', former_token_id: '0_olderone' },
  },
  {
    id: '8',
    at: '2026-11-24T16:40:00.000Z',
    by: 'person',
    person: noor,
    action: 'rotation_started',
    detail: { version: 8, purpose: 'editor', token_id: '0_a1b2c3d4', former_token_id: '0_olderone' },
  },
  {
    id: '7',
    at: '2026-11-20T10:05:00.000Z',
    by: 'person',
    person: ada,
    action: 'connection_changed',
    detail: { version: 7, fields: ['conversion_profile_id', 'tokens.player'], token_ids: ['0_a1b2c3d4'] },
  },
  { id: '6', at: '2026-11-12T11:00:00.000Z', by: 'person', person: ada, action: 'connection_resumed', detail: {} },
  { id: '5', at: '2026-11-12T08:30:00.000Z', by: 'person', person: ada, action: 'connection_paused', detail: {} },
  { id: '4', at: '2026-11-04T09:00:00.000Z', by: 'host', person: null, action: 'people_revoked', detail: {} },
  { id: '3', at: '2026-11-03T08:12:00.000Z', by: 'person', person: ada, action: 'connection_created', detail: {} },
  { id: '2', at: '2025-06-30T12:00:00.000Z', by: 'operator', person: null, action: 'connection_removed', detail: {} },
  { id: '1', at: '2024-02-01T12:00:00.000Z', by: 'operator', person: null, action: 'connection_created', detail: {} },
];
