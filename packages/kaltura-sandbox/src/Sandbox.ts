import type { BytesStore } from './bytes/BytesStore.ts';
import type { ClockOptions } from './clock/createClock.ts';
import type { SandboxClock } from './clock/SandboxClock.ts';
import type { FaultPlan } from './faults/FaultPlan.ts';
import type { SandboxEntryInit } from './media/addEntry.ts';
import type { UploadFailure } from './media/MediaState.ts';
import type { SandboxSettings } from './SandboxSettings.ts';

export interface SandboxOptions extends Partial<SandboxSettings> {
  clock?: ClockOptions;
  /** Where bytes lie; memory by default, `createDiskBytes` of `./node` for files. */
  bytes?: BytesStore;
  /** Ids and faults repeat with the same seed. */
  seed?: number;
  partners?: readonly PartnerInit[];
  /** Where faults, clock and accounts can be reached over HTTP, e.g. `/_sandbox`; nowhere unless given. */
  controlPath?: string;
}

/** A Kaltura in memory. One `(Request) => Response`, whatever carries it. */
export interface Sandbox {
  /** Answers `/api_v3/*` and the delivery URLs. URLs in answers start with the request's own origin. */
  fetch(request: Request, from?: { address?: string }): Promise<Response>;
  clock: SandboxClock;
  /** What goes wrong, and when. Empty at first. */
  faults: FaultPlan;
  addPartner(init: PartnerInit): SandboxPartner;
  /** Throws a `TypeError` for an account that was not added. */
  partner(id: number): SandboxPartner;
}

export interface PartnerInit {
  id: number;
  name?: string;
  /** 32 hexadecimal characters; made up when absent. */
  adminSecret?: string;
  userSecret?: string;
}

/** An account, and how to fill it without HTTP. */
export interface SandboxPartner {
  id: number;
  adminSecret: string;
  userSecret: string;
  addUser(init: SandboxUserInit): { id: string };
  addAppToken(init?: SandboxAppTokenInit): { id: string; token: string };
  addEntry(init: SandboxEntryInit): { id: string };
  /** Lower-case hexadecimal digest of the bytes of an upload token or of an entry's source. Throws a `TypeError` when there are none. */
  checksum(id: string, algorithm?: 'sha256' | 'md5'): Promise<string>;
  /** Lets the next upload of this account go wrong while its bytes are taken over, or while renditions are made. */
  failNextUpload(where: UploadFailure): void;
}

export interface SandboxUserInit {
  id: string;
  screenName?: string;
  firstName?: string;
  lastName?: string;
  email?: string;
  /** May sign in with e-mail and this password, as an administrator of the account when `isAdmin` says so. */
  password?: string;
  isAdmin?: boolean;
  /** Signing in takes this one-time password as well. */
  otp?: string;
  status?: 0 | 1 | 2;
  /** Unix seconds; now by default. */
  createdAt?: number;
}

export interface SandboxAppTokenInit {
  hashType?: 'MD5' | 'SHA1' | 'SHA256' | 'SHA512';
  sessionType?: 0 | 2;
  sessionPrivileges?: string;
  sessionUserId?: string;
  /** Seconds; one day by default. */
  sessionDuration?: number;
  /** Unix seconds. */
  expiry?: number;
  /** 1 disabled, 2 active (default): Kaltura's own people can disable one, the API cannot. */
  status?: 1 | 2;
  description?: string;
}
