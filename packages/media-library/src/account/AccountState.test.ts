import { exchangeErrors, type ExchangeErrorCode } from '@spaces-kaltura/client';
import type { AccountStatus } from '@spaces-kaltura/client/account';
import { describe, expect, test } from 'vitest';
import { kindOf, toAccountState, type AccountStateKind } from './AccountState.ts';

const works: AccountStatus = {
  connection: 'ok',
  problem: null,
  expectedUserId: 'ada',
  user: { id: 'ada', origin: 'created', since: 1 },
  account: { serviceUrl: 'https://kaltura.test', partnerId: 102, canListAll: false, canUpload: true, checkedAt: 1 },
  requestId: 'r-1',
};

/** What a participant can meet, and whose move it is then. */
const meant: Partial<Record<ExchangeErrorCode, AccountStateKind>> = {
  plan_not_entitled: 'notInPlan',
  connection_paused: 'paused',
  not_connected: 'notConnected',
  email_not_verified: 'needsYou',
  email_not_supported: 'needsYou',
  email_ambiguous: 'needsAdmin',
  kaltura_user_taken: 'needsAdmin',
  kaltura_user_blocked: 'needsAdmin',
  person_revoked: 'needsAdmin',
  role_required: 'needsAdmin',
  origin_not_allowed: 'needsAdmin',
  connection_misconfigured: 'needsAdmin',
  upstream_refused: 'needsAdmin',
  session_pool_killed: 'needsAdmin',
  secret_unreadable: 'needsAdmin',
  storage_full: 'needsAdmin',
  token_missing: 'needsYou',
  token_invalid: 'needsYou',
  reauth_required: 'needsYou',
  token_expired: 'unavailable',
  token_replayed: 'unavailable',
  rate_limited: 'unavailable',
  upstream_unavailable: 'unavailable',
  upstream_timeout: 'unavailable',
  upstream_bad_response: 'unavailable',
  breaker_open: 'unavailable',
  keys_unavailable: 'unavailable',
  storage_unavailable: 'unavailable',
  draining: 'unavailable',
  internal: 'unavailable',
};

describe('whose move it is', () => {
  test.each(Object.entries(meant))('after %s: %s', (code, kind) => {
    expect(kindOf(code as ExchangeErrorCode)).toBe(kind);
  });

  test('is never unknown', () => {
    for (const code of Object.keys(exchangeErrors)) expect(kindOf(code as ExchangeErrorCode)).toBeTypeOf('string');
  });

  test.each([
    ['offline', 'unavailable'],
    ['network', 'unavailable'],
    ['kaltura_unavailable', 'unavailable'],
    ['forbidden', 'needsAdmin'],
    ['host_token_failed', 'needsYou'],
  ] as const)('after %s: %s', (code, kind) => {
    expect(kindOf(code)).toBe(kind);
  });
});

describe('the state', () => {
  const account = (more: Partial<NonNullable<AccountStatus['account']>>): AccountStatus =>
    ({ ...works, account: { ...works.account, ...more } }) as AccountStatus;

  test.each([
    ['connected', works],
    ['untried', account({ checkedAt: null, canUpload: null, canListAll: null })],
    ['limited', account({ canUpload: false })],
    ['paused', { ...works, connection: 'paused', problem: 'connection_paused' }],
    ['needsAdmin', { ...works, connection: 'refused', problem: 'upstream_refused' }],
    ['unavailable', { ...works, problem: 'a_code_of_tomorrow' }],
  ] as const)('is %s as the exchange says', (kind, status) => {
    expect(toAccountState({ status, problem: null })).toMatchObject({ kind, requestId: 'r-1' });
  });

  test('is what just failed, whatever the exchange remembers', () => {
    const problem = { code: 'upstream_refused', retriable: false, requestId: 'r-2', cause: null } as const;
    expect(toAccountState({ status: works, problem })).toEqual({
      kind: 'needsAdmin',
      code: 'upstream_refused',
      requestId: 'r-2',
    });
  });

  test('is nothing before the first answer', () => {
    expect(toAccountState({ status: undefined, problem: null })).toBeNull();
  });
});
