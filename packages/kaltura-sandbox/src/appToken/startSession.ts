import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { JsonObject } from '../protocol/json.ts';
import type { Call } from '../protocol/Service.ts';
import { encodeKs } from '../session/ks.ts';
import type { AppTokenRow } from './AppTokenRow.ts';
import { mergePrivileges } from './mergePrivileges.ts';

const hashes = { MD5: md5, SHA1: sha1, SHA256: sha256, SHA512: sha512 };

/**
 * Mints a KS for whoever proves to hold the App Token: `tokenHash` is the lower-case hexadecimal hash of the KS of this very call and the token.
 * The token decides where it says something (user, type, longest life); otherwise the request does.
 */
export function startSession({ params, session, partner, sandbox }: Call, row: AppTokenRow): JsonObject {
  if (row.status !== 2) throw new KalturaApiException('APP_TOKEN_NOT_ACTIVE', { ID: row.id });
  const expected = bytesToHex(hashes[row.hashType](utf8ToBytes(session.ks + row.token)));
  if (params.string('tokenHash') !== expected) throw new KalturaApiException('INVALID_APP_TOKEN_HASH');

  const now = sandbox.clock.now();
  const left = row.expiry === undefined ? undefined : row.expiry - now;
  if (left !== undefined && left < 0) throw new KalturaApiException('APP_TOKEN_EXPIRED', { ID: row.id });
  const longest = left === undefined ? row.sessionDuration : Math.min(row.sessionDuration, left);
  const asked = params.int('expiry') ?? 0;

  const fields = {
    partnerId: partner.id,
    type: row.sessionType ?? params.int('type') ?? 0,
    userId: row.sessionUserId ?? params.string('userId') ?? '',
    expiry: now + (asked === 0 ? longest : Math.min(asked, longest)),
    privileges: mergePrivileges(row.id, row.sessionPrivileges ?? '', params.string('sessionPrivileges') ?? ''),
  };
  return {
    ks: encodeKs(fields, partner.adminSecret),
    sessionType: fields.type,
    partnerId: String(partner.id),
    userId: fields.userId,
    expiry: fields.expiry,
    privileges: fields.privileges,
    objectType: 'KalturaSessionInfo',
  };
}
