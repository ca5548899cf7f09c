import type { KalturaRequest } from '../api/KalturaRequest.ts';
import { toInteger, toRecord, toText, toTextOrNull } from './read.ts';

/**
 * `session.startWidgetSession`: an anonymous KS of the account; needs no KS. Kaltura answers equal calls from a cache for
 * minutes, even with a KS that has been ended since; a slightly different `expiry` (seconds) makes it another call.
 */
export const startWidgetSession = (
  partnerId: number,
  expiry?: number,
): KalturaRequest<{ readonly ks: string; readonly partnerId: number }> => ({
  service: 'session',
  action: 'startWidgetSession',
  params: { widgetId: `_${partnerId}`, expiry },
  repeatable: true,
  read: (json) => {
    const session = toRecord(json, 'widget session');
    return { ks: toText(session['ks'], 'ks'), partnerId: toInteger(session['partnerId'], 'partnerId') };
  },
});

export interface StartSessionParams {
  /** Id of the App Token. */
  id: string;
  /** See `tokenHash`. */
  tokenHash: string;
  userId: string;
  /** Seconds; the App Token's own limits win. */
  expiry?: number | undefined;
  /** Kaltura silently drops every privilege it knows by name, except a narrower value of one that the App Token has. */
  sessionPrivileges?: string | undefined;
}

export interface KalturaSessionInfo {
  readonly ks: string;
  /** 0 USER, 2 ADMIN. An App Token without a session type of its own lets the caller choose. */
  readonly sessionType: number;
  readonly partnerId: number;
  /** The id that was asked for, not the user whom Kaltura found: see `userGet`. */
  readonly userId: string;
  /** Unix seconds on Kaltura's clock. */
  readonly expiry: number;
  /** Comma-separated `name:value`. */
  readonly privileges: string;
}

/** `appToken.startSession` with type USER (0), called with the widget KS that `tokenHash` was made with. */
export const appTokenStartSession = (params: StartSessionParams): KalturaRequest<KalturaSessionInfo> => ({
  service: 'appToken',
  action: 'startSession',
  params: {
    id: params.id,
    tokenHash: params.tokenHash,
    userId: params.userId,
    type: 0,
    expiry: params.expiry,
    sessionPrivileges: params.sessionPrivileges,
  },
  repeatable: true,
  read: (json) => {
    const info = toRecord(json, 'session');
    return {
      ks: toText(info['ks'], 'ks'),
      sessionType: toInteger(info['sessionType'], 'sessionType'),
      partnerId: toInteger(info['partnerId'], 'partnerId'),
      userId: toTextOrNull(info['userId']) ?? '',
      expiry: toInteger(info['expiry'], 'expiry'),
      privileges: toTextOrNull(info['privileges']) ?? '',
    };
  },
});
