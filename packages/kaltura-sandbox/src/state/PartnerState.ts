import type { AppTokenRow } from '../appToken/AppTokenRow.ts';
import { type MediaState, createMediaState } from '../media/MediaState.ts';
import type { UploadTokenRow } from '../upload/UploadTokenRow.ts';
import type { UserRow } from '../user/UserRow.ts';

/** One account and everything in it. */
export interface PartnerState {
  id: number;
  name: string;
  adminSecret: string;
  userSecret: string;
  createdAt: number;
  /** By `userKey(id)`: lower case, no accents, no trailing spaces. */
  users: Map<string, UserRow>;
  appTokens: Map<string, AppTokenRow>;
  uploadTokens: Map<string, UploadTokenRow>;
  /** Ended KS strings, and session ids as `sessionid:<id>`, with the moment until which that is remembered. */
  revoked: Map<string, number>;
  /** Calls made with each KS that has a quota. */
  actionCounts: Map<string, number>;
  /** Entries, assets, conversion profiles. */
  media: MediaState;
}

export function createPartnerState(
  init: Pick<PartnerState, 'id' | 'name' | 'adminSecret' | 'userSecret' | 'createdAt'>,
  newNumber: () => number,
): PartnerState {
  return {
    ...init,
    users: new Map(),
    appTokens: new Map(),
    uploadTokens: new Map(),
    revoked: new Map(),
    actionCounts: new Map(),
    media: createMediaState(init.id, init.createdAt, newNumber),
  };
}
