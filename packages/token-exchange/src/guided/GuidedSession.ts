import type { Secret } from '../secrets/Secret.ts';

/** An account admin's session in Kaltura between the steps of connecting. It lives in a sealed handle and nowhere else. */
export interface GuidedSession {
  /** Names this sign-in. */
  readonly id: string;
  /** Origin of the Kaltura service. */
  readonly serviceUrl: string;
  /** The account of the sign-in. */
  readonly partnerId: number;
  /** Of type ADMIN. */
  readonly ks: Secret;
  /** False for a KS that came from an App Token: ending it would end all of that token's sessions, for a day. */
  readonly mayEnd: boolean;
  /** Does the KS act for nobody in particular? */
  readonly isUserless: boolean;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The account that was chosen; null before. */
  readonly chosen: number | null;
}
