import type { DashObstacle } from '../services/dashOf.ts';
import type { Projection, StereoMode } from '../services/spherical.ts';

/** Where an upload is. Exactly one of these; everything else about it stands beside. */
export type UploadStatus =
  | 'queued'
  | 'detecting'
  | 'uploading'
  | 'paused'
  | 'attaching'
  | 'converting'
  | 'ready'
  | 'failed'
  | 'cancelled';

/**
 * What an upload can't go on without: the answer to "is it 360°?" (holds back attaching, never bytes), the file itself
 * after a reload, the network, a Kaltura session, Kaltura where it answers with errors again and again, or
 * another tab that uploads the same file.
 */
export type WaitingFor = 'projection' | 'file' | HeldUpBy | 'another_tab';

/** What comes back by itself, so that it is only waited for. */
export type HeldUpBy = 'network' | 'session' | 'kaltura';

/** Does Kaltura stream it as DASH? `pending` until every flavor is done; null for images, which have no stream. */
export type DashState = 'pending' | 'ready' | 'unavailable' | null;

export type UploadMediaType = 'video' | 'image' | 'audio';

/** How the file is to be shown, and how sure that is. */
export interface UploadProjection {
  projection: Projection;
  stereoMode: StereoMode;
  /** `certain` by metadata or by a person's word; `likely` asks; `none` is flat. */
  confidence: 'certain' | 'likely' | 'none';
  /** Who said so. */
  decidedBy: 'file' | 'person' | 'nobody';
  /** What in the file speaks for it, one code each (`mp4.sv3d`, `xmp.gpano`, `ratio.2_1` …). */
  evidence: readonly string[];
}

/** What a person may say of the new entry. */
export interface UploadMetadata {
  name: string;
  description: string;
  /** Without `360`, which follows from the projection. */
  tags: readonly string[];
}

/** Why an upload stopped. The sentence for it is in the catalogue of whoever shows it. */
export interface UploadProblem {
  code: UploadProblemCode;
  /** Would the same attempt, repeated, have a chance? */
  retriable: boolean;
  /** A code of Kaltura or of the exchange, for people who help. */
  detail: string | null;
}

export type UploadProblemCode =
  | 'file_changed'
  | 'file_unreadable'
  | 'type_refused'
  | 'account_blocked'
  | 'forbidden'
  | 'session_refused'
  | 'conversion_failed'
  | 'import_failed'
  | 'awaits_moderation'
  | 'rejected'
  | 'deleted'
  | 'profile_unknown'
  | 'unsafe_text'
  | 'upstream'
  | 'internal';

/** One file on its way into Kaltura. A value: every change makes a new one. */
export interface UploadItem {
  /** Ours, made before anything is sent; the entry carries it, so that it can be recognised after a lost answer. */
  readonly id: string;
  readonly status: UploadStatus;
  readonly waitingFor: WaitingFor | null;
  readonly dash: DashState;
  /** Why DASH does not stream it; null unless `dash` is `unavailable` and the entry is there. */
  readonly dashObstacle: DashObstacle | null;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: UploadMediaType;
  readonly metadata: UploadMetadata;
  readonly projection: UploadProjection;
  /** Bytes that Kaltura holds without a gap: what a reload would go on from. */
  readonly uploadedBytes: number;
  /** Bytes per second, smoothed; null while there is nothing to tell. */
  readonly bytesPerSecond: number | null;
  /** Until all bytes have arrived, smoothed; null while there is nothing to tell. */
  readonly secondsLeft: number | null;
  readonly entryId: string | null;
  /** Why it failed, or why it was paused when nobody asked for that (no session any more). */
  readonly problem: UploadProblem | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export const FLAT: UploadProjection = {
  projection: 'flat',
  stereoMode: 'mono',
  confidence: 'none',
  decidedBy: 'nobody',
  evidence: [],
};

/** Should a person be asked whether it is 360°? */
export function isOpenQuestion({ confidence, decidedBy }: UploadProjection): boolean {
  return confidence === 'likely' && decidedBy !== 'person';
}

/** Is something under way that leaving the page would interrupt? */
export function isActive({ status }: Pick<UploadItem, 'status'>): boolean {
  return status === 'queued' || status === 'detecting' || status === 'uploading' || status === 'attaching';
}

/** Has it come to its end, one way or the other? */
export function isSettled({ status }: Pick<UploadItem, 'status'>): boolean {
  return status === 'ready' || status === 'failed' || status === 'cancelled';
}
