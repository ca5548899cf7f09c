import { userGet } from '@spaces-kaltura/client/api';
import { auditSession, playbackPrivileges } from '../kaltura/auditSession.ts';
import type { AppToken } from '../storage/Connection.ts';
import { CheckFailure, toFailure } from './CheckFailure.ts';
import { assertRights } from './checkRights.ts';
import { redeem } from './redeem.ts';
import type { Trial } from './Trial.ts';

/** An entry that need not exist: what matters is that sessions can be narrowed to one. */
const someEntry = '0_spaces00';
/** Seconds. */
const briefly = 60;

/** Does the App Token for playing give sessions for a single entry, and nothing beyond? Throws a CheckFailure. */
export async function checkPlayer(trial: Trial, token: AppToken, widgetKs: string): Promise<void> {
  const { calls, connection, tester, now } = trial;
  const { userId, problem } = tester;
  const asked = { widgetKs, userId, sessionPrivileges: playbackPrivileges(someEntry) };
  const redemption = await redeem(calls, token, asked, now);
  if ('refusal' in redemption) throw redemption.refusal;
  const audit = auditSession(redemption.info, {
    tokenId: token.id,
    entryId: someEntry,
    partnerId: connection.partnerId,
    userId,
    acceptedPrivileges: connection.acceptedPrivileges,
  });
  assertRights(redemption, audit);
  // Using the session would make a user for somebody who is nobody.
  if (problem !== null) return;
  const { ks } = await calls.startSession(token, { ...asked, expiry: briefly });
  // The role for playing restricts every such session, as it should.
  const privileges = audit.granted.filter((privilege) => !privilege.startsWith('setrole:'));
  await calls.call(userGet(), ks).catch((error: unknown) => {
    throw toFailure(error, { privileges, tokenId: token.id, userId, refusal: 'player_refused' });
  });
}

/** What is wrong with it hurts nothing but the playing of others' entries: the connection is in no other state for it. */
export const withoutState = (error: unknown): never => {
  throw error instanceof CheckFailure ? new CheckFailure(error.finding, error.detail) : error;
};
