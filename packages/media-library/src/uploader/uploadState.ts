import type { ProblemMessage } from '../messages/Messages.ts';
import type { UploaderMessages } from '../messages/uploader/UploaderMessages.ts';
import {
  canDo,
  isOpenQuestion,
  type UploadItem,
  type UploadProblemCode,
  type WaitingFor,
} from '@spaces-kaltura/client/upload';
import type { UploaderWords } from './useUploaderWords.ts';

export type UploadTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

/** What an upload's row says and how it looks. */
export interface UploadState {
  readonly tone: UploadTone;
  /** One line, as short as it can be. */
  readonly words: string;
  readonly bar: { readonly fraction: number | null; readonly status: 'moving' | 'still' | 'done' | 'failed' } | null;
  /** Why it failed or stands still, and what to do. */
  readonly problem: ProblemMessage | null;
  /** Is it 360°? */
  readonly asks: boolean;
}

/** Bytes that Kaltura has, 0 to 1. Not 1 before it has them all. */
export const doneFraction = ({ size, uploadedBytes, status }: UploadItem): number =>
  status === 'attaching' || status === 'converting' || status === 'ready' ? 1 : Math.min(0.99, uploadedBytes / size);

const hasBegun = ({ uploadedBytes }: UploadItem): boolean => uploadedBytes > 0;

/** @param fileIsKnown the browser has kept a way to its file, so that nobody has to look for it */
export function uploadState(item: UploadItem, { t, format }: UploaderWords, fileIsKnown = false): UploadState {
  const fraction = doneFraction(item);
  const moving = { fraction, status: 'moving' } as const;
  const still = { fraction, status: 'still' } as const;
  const asks = isOpenQuestion(item.projection) && item.status !== 'failed' && canDo(item, 'answered');
  const plain = { tone: 'neutral', bar: moving, problem: null, asks } as const;
  const isAtNothing = !hasBegun(item) && (item.status === 'queued' || item.status === 'paused');
  const waiting = waitingWords(item, { t, format }, fileIsKnown);
  if (waiting !== null) return { ...plain, tone: 'warning', words: waiting, bar: isAtNothing ? null : still };

  switch (item.status) {
    case 'queued':
      return { ...plain, words: t.queued, bar: isAtNothing ? null : still };
    case 'detecting':
      return { ...plain, tone: 'accent', words: t.lookingAtFile, bar: { fraction: null, status: 'moving' } };
    case 'uploading':
      return { ...plain, tone: 'accent', words: progressWords(item, { t, format }) };
    case 'paused':
      return {
        ...plain,
        tone: item.problem ? 'warning' : 'neutral',
        words: t.paused(format.percent(fraction)),
        bar: still,
        problem: item.problem && t.problems[item.problem.code],
      };
    case 'attaching':
      return { ...plain, tone: 'accent', words: t.attaching, bar: { fraction: null, status: 'moving' } };
    case 'converting':
      return { ...plain, tone: 'accent', words: t.converting, bar: { fraction: null, status: 'moving' } };
    case 'ready':
      return {
        ...plain,
        tone: item.dash === 'unavailable' ? 'warning' : 'success',
        words: readyWords(item, t),
        bar: null,
      };
    case 'failed':
      return {
        ...plain,
        tone: item.problem?.code === 'awaits_moderation' ? 'warning' : 'danger',
        words: '',
        bar: null,
        problem: t.problems[item.problem?.code ?? 'internal'],
      };
    case 'cancelled':
      return { ...plain, words: t.cancelled, bar: null };
  }
}

function readyWords({ dash, dashObstacle }: UploadItem, t: UploaderMessages): string {
  if (dash === null) return t.readyImage;
  if (dash === 'unavailable') return t.readyNoDash[dashObstacle ?? 'not_offered'];
  return dash === 'ready' ? t.readyDash : t.readyChecking;
}

/**
 * Would trying again have a chance? What the file or a person's rights are to blame for stays as it is; room in the account and
 * a text can change.
 */
export const retryHelps = ({ problem }: Pick<UploadItem, 'problem'>): boolean =>
  problem !== null && (problem.retriable || changeable.has(problem.code));
const changeable: ReadonlySet<UploadProblemCode> = new Set<UploadProblemCode>([
  'account_blocked',
  'unsafe_text',
  'internal',
]);

function waitingWords(item: UploadItem, { t, format }: UploaderWords, fileIsKnown: boolean): string | null {
  const percent = hasBegun(item) ? format.percent(doneFraction(item)) : null;
  switch (item.waitingFor) {
    case 'another_tab':
      return t.waitsTab;
    case 'file':
      return fileIsKnown ? t.waitsResume(percent) : t.waitsFile(item.fileName, percent);
    case 'projection':
      return item.status === 'attaching' ? t.waitsAnswer : null;
    default:
      return heldUpWords(item.waitingFor, t);
  }
}

/** What comes back by itself. */
export function heldUpWords(waitingFor: WaitingFor | null, t: UploaderWords['t']): string | null {
  switch (waitingFor) {
    case 'network':
      return t.waitsNetwork;
    case 'session':
      return t.waitsSession;
    case 'kaltura':
      return t.waitsKaltura;
    default:
      return null;
  }
}

/** `34% · 2.1 GB of 6.2 GB · 34 MB/s · 3 min left`, as far as it is known. */
export function progressWords(
  item: Pick<UploadItem, 'size' | 'uploadedBytes' | 'bytesPerSecond' | 'secondsLeft' | 'status'>,
  { t, format }: UploaderWords,
): string {
  const { size, uploadedBytes, bytesPerSecond, secondsLeft } = item;
  return [
    format.percent(Math.min(0.99, uploadedBytes / size)),
    t.bytesOf(format.bytes(uploadedBytes), format.bytes(size)),
    ...(bytesPerSecond === null ? [] : [format.speed(bytesPerSecond)]),
    ...(secondsLeft === null ? [] : [secondsLeft < 5 ? t.almostThere : t.timeLeft(format.time(secondsLeft))]),
  ].join(' · ');
}
