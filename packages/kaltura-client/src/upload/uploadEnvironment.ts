import { systemClock } from '../api/Clock.ts';
import { detectFile } from './detectFile.ts';
import { createPageLocks, createWebLocks, type FileLocks } from './FileLocks.ts';
import { createIndexedDbUploadRecords } from './indexedDbRecords.ts';
import { browserNetwork } from './networkState.ts';
import { lanePoolOf } from './LanePool.ts';
import { postFormByXhr } from './postFormByXhr.ts';
import type { RunEnvironment } from './runUpload.ts';
import { RESTART_DELAYS_MS } from './transferFile.ts';

/** What uploads need of the world. All but `client` and `scope` has a default for browsers. */
export type UploadEnvironmentOptions = Pick<RunEnvironment, 'client' | 'scope'> &
  Partial<Omit<RunEnvironment, 'client' | 'scope'>>;

/** Where the defaults are joined. */
export function uploadEnvironment(options: UploadEnvironmentOptions): Required<RunEnvironment> {
  return {
    clock: systemClock,
    network: browserNetwork,
    random: Math.random,
    post: postFormByXhr,
    detect: detectFile,
    poolOf: lanePoolOf,
    restartDelays: RESTART_DELAYS_MS,
    ...options,
    records: options.records ?? createIndexedDbUploadRecords(),
    locks: options.locks ?? browserLocks(),
  };
}

/** Only secure pages have Web Locks. */
function browserLocks(): FileLocks {
  const { locks } = (globalThis.navigator ?? {}) as Partial<Pick<Navigator, 'locks'>>;
  return locks ? createWebLocks(locks) : createPageLocks();
}
