import {
  appTokenStartSession,
  KalturaApiError,
  tokenHash,
  userGet,
  type KalturaSessionInfo,
} from '@spaces-kaltura/client/api';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { auditSession, playbackPrivileges, type SessionAudit } from '../kaltura/auditSession.ts';
import type { Upstream } from '../kaltura/createUpstream.ts';
import { isSameKalturaUser } from '../kaltura/toKalturaUserId.ts';
import { Secret } from '../secrets/Secret.ts';
import type { AppToken } from '../storage/Connection.ts';
import type { WidgetSessions } from './createWidgetSessions.ts';
import type { GrantKey } from './Grant.ts';

export interface OpenSessionOptions {
  upstream: Upstream;
  widgetSessions: WidgetSessions;
  now: () => number;
  /** How long a session is asked for, in seconds; the App Token may give less. */
  sessionSeconds: number;
}

export interface KalturaUserSession {
  readonly ks: Secret;
  /** Whom the KS acts for, as Kaltura spells it. */
  readonly kalturaUserId: string;
  readonly origin: 'matched' | 'created';
  /** Milliseconds since 1970, on our clock. */
  readonly expiresAt: number;
  readonly canListAll: boolean;
  readonly hasRole: boolean;
}

/** A session for playing one entry lives half an hour at most. */
const longestPlayback = 1800;

/**
 * Opens a session of type USER for one Kaltura user with an App Token: widget session → hash → `appToken.startSession` → audit of the
 * answer → `user.get`, which creates the user when there was none and says whom the KS really acts for. A session for
 * playing acts for the viewer's own user as well: that gives it nothing the viewer does not have, counts views for the
 * right person, and the answer can be checked in the same way.
 * The KS leaves this function only if all of it is right. Throws ExchangeProblem.
 */
export async function openKalturaSession(
  key: GrantKey,
  token: AppToken,
  options: OpenSessionOptions,
  signal: AbortSignal,
): Promise<KalturaUserSession> {
  const { connection, purpose, entryId, kalturaUserId: userId } = key;
  const { sessionSeconds } = options;
  const asked: Asked = {
    key,
    token,
    expiry: purpose === 'player' ? Math.min(longestPlayback, sessionSeconds) : sessionSeconds,
    at: options.now(),
  };
  const info = await startSession(asked, options, signal);
  const audit = auditSession(info, {
    tokenId: token.id,
    entryId,
    partnerId: connection.partnerId,
    userId,
    acceptedPrivileges: connection.acceptedPrivileges,
  });
  const expiresAt = Math.min(info.expiry * 1000, asked.at + asked.expiry * 1000);
  if (audit.fault !== null || expiresAt <= asked.at) throw new ExchangeProblem('connection_misconfigured');
  return readUser(asked, { info, audit, expiresAt }, options, signal);
}

interface Asked {
  key: GrantKey;
  token: AppToken;
  /** Seconds. */
  expiry: number;
  /** Milliseconds since 1970. */
  at: number;
}

async function startSession(
  { key, token, expiry }: Asked,
  { upstream, widgetSessions }: OpenSessionOptions,
  signal: AbortSignal,
): Promise<KalturaSessionInfo> {
  const { connection, entryId, kalturaUserId: userId } = key;
  const sessionPrivileges = entryId === null ? undefined : playbackPrivileges(entryId);
  for (let isLast = false; ; isLast = true) {
    const widget = await widgetSessions.get(connection, signal).catch(refused);
    const ks = widget.reveal();
    const proof = await tokenHash(token.hashType, ks, token.secret.reveal());
    const request = appTokenStartSession({ id: token.id, tokenHash: proof, userId, expiry, sessionPrivileges });
    try {
      return await upstream.call(request, { serviceUrl: connection.serviceUrl, ks }, signal);
    } catch (error) {
      // The shared widget session may have been ended or have expired earlier than it said: one new one is tried.
      if (!(error instanceof KalturaApiError && error.code === 'INVALID_KS') || isLast) return refused(error);
      widgetSessions.drop(connection, widget);
    }
  }
}

/** A wrong partner, token id, secret or hash type, an expired App Token: all for the hub admin. */
function refused(error: unknown): never {
  if (!(error instanceof KalturaApiError)) throw error;
  const isOurs =
    /^(?:APP_TOKEN_|INVALID_APP_TOKEN_|SERVICE_FORBIDDEN|INVALID_WIDGET_ID|START_WIDGET_SESSION_ERROR|INVALID_KS)/;
  throw new ExchangeProblem(isOurs.test(error.code) ? 'upstream_refused' : 'upstream_bad_response', { cause: error });
}

interface Granted {
  info: KalturaSessionInfo;
  audit: SessionAudit;
  expiresAt: number;
}

async function readUser(
  { key, expiry, at }: Asked,
  { info, audit, expiresAt }: Granted,
  { upstream }: OpenSessionOptions,
  signal: AbortSignal,
): Promise<KalturaUserSession> {
  const { connection, kalturaUserId: userId } = key;
  const target = { serviceUrl: connection.serviceUrl, ks: info.ks };
  const user = await upstream.call(userGet(), target, signal).catch(userRefused);
  if (user.status !== 1) throw new ExchangeProblem('kaltura_user_blocked');
  // Kaltura finds users regardless of accents and trailing spaces, so the one it found may be somebody else.
  if (!isSameKalturaUser(user.id, userId)) throw new ExchangeProblem('email_ambiguous');
  // When the KS was made, on Kaltura's clock: it lives as long as asked, unless the App Token shortens it.
  const madeAt = Math.max(info.expiry - expiry, Math.floor(at / 1000) - 120);
  return {
    ks: new Secret(compact(info.ks)),
    kalturaUserId: compact(user.id),
    origin: user.createdAt >= madeAt ? 'created' : 'matched',
    expiresAt,
    canListAll: audit.canListAll,
    hasRole: audit.hasRole,
  };
}

/** Texts that come out of a stream decoder take two bytes per character; these are written many times. */
const compact = (text: string): string => Buffer.from(text).toString();

function userRefused(error: unknown): never {
  if (!(error instanceof KalturaApiError)) throw error;
  const { code, args } = error;
  if (code === 'USER_BLOCKED' || code === 'INVALID_USER_ID')
    throw new ExchangeProblem('kaltura_user_blocked', { cause: error });
  if (code === 'SERVICE_FORBIDDEN') throw new ExchangeProblem('connection_misconfigured', { cause: error });
  if (code !== 'INVALID_KS') throw new ExchangeProblem('upstream_bad_response', { cause: error });
  // A KS of this very second is refused. Restricted by the App Token, it is no use to anybody; otherwise somebody has
  // called session.end, which ends all sessions of an App Token, those of the next day included.
  const restricted = args['KSID'] === 'EXPIRED' || args['KSID']?.startsWith('EXCEEDED_') === true;
  throw new ExchangeProblem(restricted ? 'connection_misconfigured' : 'session_pool_killed', { cause: error });
}
