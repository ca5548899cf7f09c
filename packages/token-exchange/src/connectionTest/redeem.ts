import { KalturaApiError, type KalturaSessionInfo } from '@spaces-kaltura/client/api';
import type { AppToken } from '../storage/Connection.ts';
import { CheckFailure } from './CheckFailure.ts';
import type { AskedTestSession, TestCalls } from './createTestCalls.ts';

/** What Kaltura grants for an App Token, looked at in a KS that is over when it is made. */
export interface Redemption {
  info: KalturaSessionInfo;
  /** Does the token give ADMIN sessions to whoever asks? */
  isAdminCapable: boolean;
  /** Milliseconds that Kaltura's clock is ahead of ours. */
  clockAhead: number;
}

/** Kaltura refused the token itself; whether the secret fits is not known then. */
export interface RefusedToken {
  refusal: CheckFailure;
}

type Asked = Pick<AskedTestSession, 'widgetKs' | 'userId' | 'sessionPrivileges'>;

/** Seconds. So far in the past ends every KS that is made for looking only. */
const over = -3600;

/**
 * Redeems an App Token twice for looking only: as a participant, then as somebody who wants to be ADMIN. Throws a
 * CheckFailure when the secret or the hash type is wrong.
 */
export async function redeem(
  calls: TestCalls,
  token: AppToken,
  asked: Asked,
  now: () => number,
): Promise<Redemption | RefusedToken> {
  try {
    const startedAt = now();
    const [info, admin] = await Promise.all([
      calls.startSession(token, { ...asked, expiry: over }),
      asAdmin(calls, token, asked),
    ]);
    const madeAt = (startedAt + now()) / 2;
    return {
      info,
      isAdminCapable: admin !== null && admin.sessionType !== 0,
      // Kaltura counts what was asked for from its own now; nothing shortens what is over already.
      clockAhead: (info.expiry - over) * 1000 - madeAt,
    };
  } catch (error) {
    if (!(error instanceof KalturaApiError)) throw error;
    const refusal = toRefusal(error.code, token);
    if (refusal !== undefined) return { refusal };
    if (error.code !== 'INVALID_APP_TOKEN_HASH') throw error;
    const hashType = await findHashType(calls, token, asked);
    throw hashType === undefined
      ? new CheckFailure('wrong_secret', {}, 'refused')
      : new CheckFailure('wrong_hash_type', { given: token.hashType, hash_type: hashType }, 'refused');
  }
}

/** Null where Kaltura does not even give a session to whoever asks for this. */
const asAdmin = (calls: TestCalls, token: AppToken, asked: Asked): Promise<KalturaSessionInfo | null> =>
  calls.startSession(token, { ...asked, expiry: over, asAdmin: true }).catch((error: unknown) => {
    if (error instanceof KalturaApiError) return null;
    throw error;
  });

function toRefusal(code: string, { id }: AppToken): CheckFailure | undefined {
  switch (code) {
    case 'APP_TOKEN_ID_NOT_FOUND':
      return new CheckFailure('token_not_found', { token_id: id }, 'refused');
    case 'APP_TOKEN_NOT_ACTIVE':
      return new CheckFailure('token_not_active', { token_id: id }, 'refused');
    case 'APP_TOKEN_EXPIRED':
      return new CheckFailure('token_expired', { token_id: id }, 'refused');
    default:
      return undefined;
  }
}

const hashTypes = ['SHA256', 'SHA1', 'SHA512', 'MD5'] as const;

/** The hash type under which the secret is right; undefined: it is wrong under all of them. */
async function findHashType(
  calls: TestCalls,
  token: AppToken,
  asked: Asked,
): Promise<AppToken['hashType'] | undefined> {
  for (const hashType of hashTypes) {
    if (hashType === token.hashType) continue;
    try {
      await calls.startSession({ ...token, hashType }, { ...asked, expiry: over });
      return hashType;
    } catch (error) {
      if (!(error instanceof KalturaApiError)) throw error;
      // Whatever else is wrong with the token, Kaltura says so only to whoever has the right proof.
      if (error.code !== 'INVALID_APP_TOKEN_HASH') return hashType;
    }
  }
  return undefined;
}
