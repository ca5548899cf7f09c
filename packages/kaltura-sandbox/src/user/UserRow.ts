export interface UserRow {
  /** As first written, cut at 100 characters. */
  id: string;
  screenName: string | undefined;
  firstName: string | undefined;
  lastName: string | undefined;
  email: string | undefined;
  /** 0 blocked, 1 active, 2 deleted. */
  status: 0 | 1 | 2;
  createdAt: number;
  updatedAt: number;
  isAdmin: boolean;
  /** Set for people who may sign in with an e-mail and a password. */
  password: string | undefined;
  /** Further properties a caller may write: description, tags, country, … */
  profile: Record<string, string | number>;
}
