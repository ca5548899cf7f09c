import type { DashObstacle } from '../services/dashOf.ts';
import {
  isOpenQuestion,
  type DashState,
  type UploadItem,
  type UploadMetadata,
  type UploadProblem,
  type UploadProjection,
  type UploadStatus,
  type WaitingFor,
} from './UploadItem.ts';

/** What can happen to an upload. */
export type UploadEvent =
  | { type: 'started' }
  | { type: 'detected'; projection: UploadProjection }
  | { type: 'progressed'; uploadedBytes: number; bytesPerSecond: number | null; secondsLeft: number | null }
  | { type: 'blocked'; by: Exclude<WaitingFor, 'projection'> }
  | { type: 'unblocked' }
  | { type: 'answered'; projection: UploadProjection }
  | { type: 'edited'; metadata: Partial<UploadMetadata> }
  /** `because` where nobody asked for it. */
  | { type: 'paused'; because?: UploadProblem }
  | { type: 'resumed' }
  | { type: 'bytesArrived' }
  | { type: 'attached'; entryId: string }
  | { type: 'entryReady'; dash: DashState; obstacle?: DashObstacle | null }
  | { type: 'dashVerified'; dash: DashState; obstacle?: DashObstacle | null }
  | { type: 'failed'; problem: UploadProblem }
  | { type: 'retried' }
  | { type: 'cancelled' };

/** Which events a status knows. Everything else is a mistake of the caller. */
const known: Record<UploadStatus, ReadonlySet<UploadEvent['type']>> = {
  queued: new Set(['started', 'blocked', 'unblocked', 'answered', 'edited', 'paused', 'failed', 'cancelled']),
  detecting: new Set(['detected', 'blocked', 'unblocked', 'answered', 'edited', 'paused', 'failed', 'cancelled']),
  uploading: new Set([
    'progressed',
    'blocked',
    'unblocked',
    'answered',
    'edited',
    'paused',
    'bytesArrived',
    'failed',
    'cancelled',
  ]),
  paused: new Set(['resumed', 'answered', 'edited', 'blocked', 'unblocked', 'failed', 'cancelled']),
  attaching: new Set(['blocked', 'unblocked', 'answered', 'edited', 'paused', 'attached', 'failed', 'cancelled']),
  converting: new Set(['entryReady', 'failed']),
  ready: new Set(['dashVerified']),
  failed: new Set(['retried', 'answered', 'edited', 'cancelled']),
  cancelled: new Set([]),
};

/**
 * Decides what an upload becomes when something happened to it; touches nothing else.
 *
 * @throws TypeError naming both, when this can't happen in that status.
 */
export function uploadReducer(item: UploadItem, event: UploadEvent): UploadItem {
  if (!canHappen(item.status, event.type)) {
    throw new TypeError(`An upload that is ${item.status} can't be ${event.type}`);
  }
  switch (event.type) {
    case 'started':
      return { ...item, status: 'detecting', waitingFor: null };
    case 'detected':
      return withQuestion({
        ...item,
        status: 'uploading',
        waitingFor: null,
        projection:
          // What a person has said stands, whatever the file says.
          item.projection.decidedBy === 'person'
            ? { ...item.projection, evidence: event.projection.evidence }
            : event.projection,
      });
    case 'progressed':
      return { ...item, ...progressOf(event) };
    case 'blocked':
      return { ...item, ...standing, waitingFor: event.by };
    case 'unblocked':
      return withQuestion({ ...item, waitingFor: null });
    case 'answered':
      return {
        ...item,
        projection: event.projection,
        waitingFor: item.waitingFor === 'projection' ? null : item.waitingFor,
      };
    case 'edited':
      return { ...item, metadata: { ...item.metadata, ...event.metadata } };
    case 'paused':
      return {
        ...item,
        ...standing,
        status: 'paused',
        waitingFor: item.waitingFor === 'file' ? 'file' : null,
        problem: event.because ?? null,
      };
    case 'resumed':
      return { ...item, status: 'queued', waitingFor: item.waitingFor === 'file' ? 'file' : null, problem: null };
    case 'bytesArrived':
      return withQuestion({ ...item, ...standing, status: 'attaching', uploadedBytes: item.size });
    case 'attached':
      return { ...item, status: 'converting', waitingFor: null, entryId: event.entryId };
    case 'entryReady':
      return { ...item, status: 'ready', dash: event.dash, dashObstacle: event.obstacle ?? null };
    case 'dashVerified':
      return { ...item, dash: event.dash, dashObstacle: event.obstacle ?? null };
    case 'failed':
      return { ...item, ...standing, status: 'failed', waitingFor: null, problem: event.problem };
    case 'retried':
      return { ...item, status: 'queued', problem: null };
    case 'cancelled':
      return { ...item, ...standing, status: 'cancelled', waitingFor: null, problem: null };
  }
}

/** Is this event one that an upload in this status knows? */
export function canHappen(status: UploadStatus, event: UploadEvent['type']): boolean {
  return known[status].has(event);
}

/**
 * Can this be done now? For buttons that show only what can. An entry that failed in Kaltura is not uploaded again, attaching
 * is over before anybody could pause it, and what another tab uploads is only watched.
 */
export function canDo({ status, entryId, waitingFor }: UploadItem, event: UploadEvent['type']): boolean {
  if (event === 'paused' && status === 'attaching') return false;
  if (status === 'paused' && waitingFor === 'another_tab') return event === 'unblocked';
  return canHappen(status, event) && !(event === 'retried' && entryId !== null);
}

/** No bytes move, so there is no speed to tell. */
const standing = { bytesPerSecond: null, secondsLeft: null } as const;

type Progress = Pick<UploadItem, 'uploadedBytes' | 'bytesPerSecond' | 'secondsLeft'>;
const progressOf = ({ uploadedBytes, bytesPerSecond, secondsLeft }: Progress): Progress => ({
  uploadedBytes,
  bytesPerSecond,
  secondsLeft,
});

/** A likely 360° file waits for a person's word, unless something more pressing holds it. */
function withQuestion(item: UploadItem): UploadItem {
  return isOpenQuestion(item.projection) && item.waitingFor === null ? { ...item, waitingFor: 'projection' } : item;
}
