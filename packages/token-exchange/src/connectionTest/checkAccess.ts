import { KalturaApiError, systemPing } from '@spaces-kaltura/client/api';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { Connection } from '../storage/Connection.ts';
import { CheckFailure } from './CheckFailure.ts';
import { assertRights, hintAtPrivileges } from './checkRights.ts';
import type { TestCalls } from './createTestCalls.ts';
import { openTestSession, type TestSession } from './openTestSession.ts';
import { redeem, type Redemption } from './redeem.ts';
import type { Trial } from './Trial.ts';

/** How far the way in goes; undefined from where it ends. */
export interface Access {
  widgetKs: string | undefined;
  redemption: Redemption | undefined;
  session: TestSession | undefined;
}

/** The way in, step by step: reachable → widget session → hash → session → rights. */
export async function checkAccess(trial: Trial): Promise<Access> {
  const { connection, token, tester, calls, list, now } = trial;
  const { userId } = tester;
  const reached = await list.run('reachable', true, () => reach(calls));
  const widgetKs = await list.run('widget_session', reached, () => openWidget(calls, connection));
  const redeemed = await list.run('hash', widgetKs, async (widgetKs, check) => {
    const redemption = await redeem(calls, token, { widgetKs, userId }, now);
    // Kaltura looks at the proof after it has found the token, and at the token's end after that.
    const isLookedAt = !('refusal' in redemption) || redemption.refusal.finding === 'token_expired';
    if (!isLookedAt) check.skip();
    else if (token.hashType === 'MD5' || token.hashType === 'SHA1') {
      check.hint('weak_hash_type', { hash_type: token.hashType });
    }
    return { redemption, widgetKs };
  });
  const session = await list.run('session', redeemed, ({ redemption, widgetKs }) => {
    if ('refusal' in redemption) throw redemption.refusal;
    return openTestSession(trial, redemption, widgetKs);
  });
  await list.run('rights', session, ({ redemption, audit, live }, check) => {
    assertRights(redemption, audit);
    if (live?.failure?.finding === 'restricted_session') throw asMisconfigured(live.failure);
    hintAtPrivileges(audit, check);
  });
  const redemption = redeemed && !('refusal' in redeemed.redemption) ? redeemed.redemption : undefined;
  return { widgetKs, redemption, session };
}

async function reach(calls: TestCalls): Promise<true> {
  try {
    return await calls.call(systemPing());
  } catch (error) {
    const code = error instanceof ExchangeProblem ? error.code : undefined;
    // Something answers, and it is no Kaltura.
    if (code === 'upstream_bad_response') throw new CheckFailure('not_kaltura');
    // No answer at all is another matter than one that comes too late from a service that was there a moment ago.
    throw code === 'upstream_timeout' ? new CheckFailure('unreachable') : error;
  }
}

/** Participants get no session that may not say whom it acts for. */
const asMisconfigured = ({ finding, detail }: CheckFailure): CheckFailure =>
  new CheckFailure(finding, detail, 'misconfigured');

const unknownAccount = new Set([
  'INVALID_WIDGET_ID',
  'START_WIDGET_SESSION_ERROR',
  'SERVICE_FORBIDDEN_CONTENT_BLOCKED',
]);

async function openWidget(calls: TestCalls, { partnerId }: Connection): Promise<string> {
  try {
    return await calls.widgetSession();
  } catch (error) {
    if (!(error instanceof KalturaApiError && unknownAccount.has(error.code))) throw error;
    throw new CheckFailure('unknown_account', { partner_id: String(partnerId) }, 'refused');
  }
}
