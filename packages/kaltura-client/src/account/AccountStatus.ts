import type { ConnectionState } from '../exchange/statusAnswer.ts';

/** What the token exchange knows of a person's way into a hub's Kaltura account. Times are milliseconds since 1970. */
export interface AccountStatus {
  readonly connection: ConnectionState;
  /** The exchange's code for what stands between this person and a session, as far as known without asking Kaltura. */
  readonly problem: string | null;
  /** The Kaltura user id this person is asked for; null when there is none. */
  readonly expectedUserId: string | null;
  /** Null until the person's first session. */
  readonly user: AccountUser | null;
  /** Null where the hub is not connected. */
  readonly account: {
    readonly serviceUrl: string;
    readonly partnerId: number;
    /** What Kaltura said at the hub's latest session; null before the first one. */
    readonly canListAll: boolean | null;
    readonly canUpload: boolean | null;
    /** When Kaltura last granted a session to anybody of this hub. */
    readonly checkedAt: number | null;
  } | null;
  /** What the operator finds this answer by. */
  readonly requestId: string | null;
}

/** The Kaltura user a person is: there before the first session from here, or created by it. */
export interface AccountUser {
  readonly id: string;
  readonly origin: 'matched' | 'created';
  readonly since: number;
}
