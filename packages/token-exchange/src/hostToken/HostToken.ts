/** What a verified host token says. Hub, person, plan and role of a request come from here and from nowhere else. */
export interface HostToken {
  readonly issuer: string;
  /** The person, as the host app knows them. */
  readonly subject: string;
  readonly hub: string;
  /** Issuer, subject and hub in one text: the person, for maps. */
  readonly person: string;
  /** The claim as it came: the plan gate decides, and denies everything it does not know. */
  readonly plan: unknown;
  readonly role: HostRole;
  readonly email: string | null;
  /** True only for the JSON value `true`. */
  readonly emailVerified: boolean;
  /** Unix seconds of the person's last sign-in, where the host says so. */
  readonly authTime: number | null;
  readonly tokenId: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** Kaltura entries of others that the host lets this person play. */
  readonly entries: readonly string[];
  /** Other claims that are texts: a hub may take one of them as Kaltura user id. */
  readonly otherClaims: ReadonlyMap<string, string>;
}

export type HostRole = 'participant' | 'hub_admin' | 'service';
