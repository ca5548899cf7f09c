export interface UserRow {
  /** As first written, cut at 100 characters. */
  id: string;
  screenName: string | undefined;
  firstName: string;
  lastName: string;
  /** Plain profile data, never checked; the name to sign in with for those who have a password. */
  email: string | undefined;
  tags: string | undefined;
  /** 0 blocked, 1 active, 2 deleted. */
  status: 0 | 1 | 2;
  createdAt: number;
  updatedAt: number;
  statusUpdatedAt: number;
  lastLoginTime: number | undefined;
  /** Administrators of the account sign in to an ADMIN session. */
  isAdmin: boolean;
  /** Empty for people who may sign in but have not chosen one yet, undefined for those who may not. */
  password: string | undefined;
  /** The one-time password that signing in takes as well, where the account wants one. */
  otp?: string | undefined;
  /** Further properties a caller may write: partnerData, thumbnailUrl, … */
  profile: Record<string, string>;
}
