export interface AppTokenRow {
  id: string;
  /** 32 hexadecimal characters, whatever the hash type. */
  token: string;
  /** 1 disabled, 2 active, 3 deleted. */
  status: 1 | 2 | 3;
  createdAt: number;
  updatedAt: number;
  /** Unix seconds; undefined means never. */
  expiry: number | undefined;
  sessionType: number | undefined;
  sessionUserId: string | undefined;
  sessionDuration: number;
  sessionPrivileges: string | undefined;
  hashType: 'MD5' | 'SHA1' | 'SHA256' | 'SHA512';
  description: string | undefined;
}
