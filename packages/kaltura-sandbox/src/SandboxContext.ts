import type { BytesStore } from './bytes/BytesStore.ts';
import type { Clock } from './clock/SandboxClock.ts';
import type { ActiveFaultPlan } from './faults/createFaultPlan.ts';
import type { ResponseCache } from './protocol/responseCache.ts';
import type { SandboxSettings } from './SandboxSettings.ts';
import type { PartnerState } from './state/PartnerState.ts';

/** What services and delivery routes work with. */
export interface SandboxContext {
  clock: Clock;
  /** Where all bytes lie: uploads in progress, files of entries, renditions. */
  bytes: BytesStore;
  settings: SandboxSettings;
  partners: ReadonlyMap<number, PartnerState>;
  faults: ActiveFaultPlan;
  /** Answers that are replayed to equal anonymous calls. */
  responses: ResponseCache;
  /** A number in [0, 1), from the sandbox's seed. */
  random: () => number;
  /** A fresh object id: `0_` and so many characters of a-z0-9 (8 by default; 32 hexadecimal ones for upload tokens). */
  newId: (kind?: 'object' | 'uploadToken') => string;
  /** Rows of numeric ids (conversion profiles, flavor params) count up. */
  newNumber: () => number;
}
