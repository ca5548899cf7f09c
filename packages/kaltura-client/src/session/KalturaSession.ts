/** A Kaltura session and what a browser has to know of the connection behind it. Lives in memory only. */
export interface KalturaSession {
  /** The KS: goes into request bodies to `serviceUrl`, nowhere else. */
  readonly ks: string;
  /** Such as `https://www.kaltura.com`, without a trailing slash. */
  readonly serviceUrl: string;
  readonly partnerId: number;
  /** The Kaltura user this session acts for. */
  readonly userId: string;
  /** Hosts (`host` or `host:port`) that URLs in Kaltura's answers may point to; the service's own host always counts. */
  readonly hosts: readonly string[];
  /** The conversion profile that uploads ask for; null is the account's default. */
  readonly conversionProfileId: number | null;
  /** Does listing show the whole account, or the person's own entries? */
  readonly canListAll: boolean;
  readonly canUpload: boolean;
  /** Milliseconds since 1970 on the local clock. */
  readonly expiresAt: number;
  /** Milliseconds since 1970 on the local clock: from here on a new session is fetched in the background. */
  readonly refreshAt: number;
}

export interface SessionOptions {
  signal?: AbortSignal | undefined;
}

/** Where sessions come from that play one entry each, whoever owns it. */
export interface PlaybackSessionSource {
  /** The sessions that play this entry. */
  of(entryId: string): SessionSource;
  /** Forgets all of them (another person signed in). */
  clear(): void;
}

/** Where calls get their session from. */
export interface SessionSource {
  /** The current session; fetched when there is none, renewed before it expires. All callers share one fetch. */
  get(options?: SessionOptions): Promise<KalturaSession>;
  /** A session other than `stale`, which Kaltura refused. All callers share one renewal. */
  renew(stale: KalturaSession, options?: SessionOptions): Promise<KalturaSession>;
  /**
   * Asks whether there still would be a session, and for whom; the one that there is stays in use, whatever the answer. Where
   * it is missing, `get` is the answer.
   */
  confirm?(options?: SessionOptions): Promise<KalturaSession>;
  /** Forgets the session and abandons what is under way (another person signed in). */
  clear(): void;
}
