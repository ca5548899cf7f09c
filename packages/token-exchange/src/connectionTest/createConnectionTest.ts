import type { ConnectionTestAnswer } from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import type { Upstream } from '../kaltura/createUpstream.ts';
import { toKalturaUserId } from '../kaltura/toKalturaUserId.ts';
import type { Connection } from '../storage/Connection.ts';
import type { Observed } from '../storage/createConnectionStore.ts';
import { checkAccess, type Access } from './checkAccess.ts';
import { CheckFailure } from './CheckFailure.ts';
import { checkPlayer, withoutState } from './checkPlayer.ts';
import { checkUse, type Use } from './checkUse.ts';
import { createCheckList } from './createCheckList.ts';
import { createTestCalls } from './createTestCalls.ts';
import { plainText } from './plainText.ts';
import { nobody, type Tester, type Trial } from './Trial.ts';

export interface ConnectionTestOptions {
  upstream: Upstream;
  now: () => number;
  /** 0 ≤ x < 1. */
  random: () => number;
  /** How long participants' sessions are asked for. */
  sessionSeconds: number;
  /** Waits so many milliseconds. */
  pause: (milliseconds: number) => Promise<unknown>;
}

export interface ConnectionTestResult {
  answer: ConnectionTestAnswer;
  /** What there is to remember of the connection, as far as the test came. */
  observed: Observed;
}

/** Tries a connection as the person of the host token. Leaves nothing behind in the account but that person's user. */
export type ConnectionTest = (connection: Connection, hostToken: HostToken) => Promise<ConnectionTestResult>;

/** Milliseconds for the whole test. */
const longest = 14_500;

export function createConnectionTest(options: ConnectionTestOptions): ConnectionTest {
  const { upstream, now, random, sessionSeconds, pause } = options;

  return async (connection, hostToken) => {
    const token = connection.tokens.get('editor');
    if (token === undefined) throw new ExchangeProblem('connection_misconfigured');
    const trial: Trial = {
      connection,
      token,
      tester: identify(connection, hostToken),
      calls: createTestCalls({ upstream, connection, random, signal: AbortSignal.timeout(longest) }),
      list: createCheckList({ elapsed: () => performance.now(), pause }),
      now,
      sessionSeconds,
    };
    const access = await checkAccess(trial);
    const use = await checkUse(trial, access.session);
    await checkPlayerToken(trial, access);
    await checkClock(trial, access);
    return { answer: toAnswer(trial, access, use), observed: toObserved(trial, access) };
  };
}

/** As whom the admin would work in Kaltura. */
function identify(connection: Connection, hostToken: HostToken): Tester {
  try {
    return { userId: toKalturaUserId(connection.userIdMapping, hostToken), problem: null };
  } catch (error) {
    if (!(error instanceof ExchangeProblem)) throw error;
    return { userId: nobody, problem: error.code };
  }
}

async function checkPlayerToken(trial: Trial, { widgetKs }: Access): Promise<void> {
  const token = trial.connection.tokens.get('player');
  await trial.list.run('player', widgetKs, (widgetKs, check) =>
    token === undefined ? check.skip('no_player_token') : checkPlayer(trial, token, widgetKs).catch(withoutState),
  );
}

/** Seconds by which clocks may differ. */
const tolerance = 30;

async function checkClock({ list }: Trial, { redemption }: Access): Promise<void> {
  await list.run('clock', redemption, ({ clockAhead }) => {
    const seconds = Math.round(clockAhead / 1000);
    if (Math.abs(seconds) > tolerance) throw new CheckFailure('clock_skew', { seconds: String(seconds) });
  });
}

function toAnswer({ list, now }: Trial, { session }: Access, { canUpload, user }: Use): ConnectionTestAnswer {
  const { audit, live } = session ?? {};
  return {
    ok: list.checks.every(({ outcome }) => outcome !== 'failed'),
    checks: [...list.checks],
    granted:
      user && audit && live
        ? {
            user_id: plainText(user.id),
            user_origin: user.origin,
            can_list_all: audit.canListAll,
            can_upload: canUpload,
            privileges: audit.granted.map(plainText),
            session_seconds: live.seconds,
          }
        : null,
    server_time: new Date(now()).toISOString(),
  };
}

function toObserved({ connection, list, now }: Trial, { session }: Access): Observed {
  const { audit, live = null } = session ?? {};
  const works = live !== null && live.failure?.finding !== 'restricted_session';
  const state = list.state ?? (works ? 'ok' : undefined);
  const upload = list.checks.find(({ id }) => id === 'upload');
  // While a former token serves, participants do not feel what is wrong with the one that takes its place.
  const former = connection.formerTokens.get('editor');
  const isCovered = state !== 'ok' && former !== undefined && now() < former.keptUntil;
  return {
    ...(state !== undefined && !isCovered && { state, checkedAt: now() }),
    ...(audit !== undefined && { grantedPrivileges: audit.granted.map(plainText) }),
    ...(audit?.fault === null && { canListAll: audit.canListAll }),
    ...(upload?.outcome === 'passed' && { canUpload: true }),
    // What the admin's own role in Kaltura forbids says nothing of participants; a role of the token does.
    ...(upload?.finding === 'restricted_session' && isRole(upload.detail) && { canUpload: false }),
  };
}

const isRole = ({ privilege = '' }: Record<string, string>): boolean => /^(?:setrole|restrictingrole):/.test(privilege);
