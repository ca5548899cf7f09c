import { isActive, isOpenQuestion, type UploadItem } from '@spaces-kaltura/client/upload';
import { doneFraction, heldUpWords } from './uploadState.ts';
import type { UploaderWords } from './useUploaderWords.ts';

/** All uploads in one line. */
export interface TraySummary {
  readonly title: string;
  /** What is worth saying beside it: how far, how fast, or what is missing. */
  readonly text: string;
  /** Of all bytes, 0 to 1; null when nothing is on its way. */
  readonly fraction: number | null;
  /** Something is on its way just now. */
  readonly moving: boolean;
  readonly tone: 'accent' | 'warning' | 'danger' | 'success' | 'neutral';
}

/** The most pressing thing first: what runs, what waits for a person, what failed, what Kaltura does, what is done. */
export function traySummary(items: readonly UploadItem[], { t, format }: UploaderWords): TraySummary {
  const counted = items.filter(({ status }) => status !== 'cancelled');
  const active = counted.filter(isActive);
  const waiting = counted.filter(({ waitingFor }) => waitingFor === 'file');
  const paused = counted.filter(({ status, waitingFor }) => status === 'paused' && waitingFor !== 'file');
  const failed = counted.filter(({ status }) => status === 'failed');
  const converting = counted.filter(({ status }) => status === 'converting');
  const asking = active.filter(({ projection }) => isOpenQuestion(projection));
  const moving = active.filter(({ status, waitingFor }) => !(status === 'attaching' && waitingFor === 'projection'));

  const sum = (of: readonly UploadItem[], value: (item: UploadItem) => number): number =>
    of.reduce((total, item) => total + value(item), 0);
  const unfinished = [...active, ...paused, ...waiting];
  const under = counted.filter(({ status }) => status !== 'failed');
  const size = sum(under, (item) => item.size);
  const done = sum(under, (item) => (doneFraction(item) === 1 ? item.size : item.uploadedBytes));
  const fraction = unfinished.length === 0 || size === 0 ? null : Math.min(0.99, done / size);

  const notes = [
    ...(asking.length > 0 ? [t.trayAsks(asking.length)] : []),
    ...(failed.length > 0 && unfinished.length > 0 ? [t.trayFailed(failed.length)] : []),
  ];
  if (moving.length > 0) {
    const hindrance = hindranceOf(moving, t);
    const rate = sum(active, ({ bytesPerSecond }) => bytesPerSecond ?? 0);
    const left = size - done;
    // A note is worth more than the speed, and there is no room for both.
    const speed = notes.length > 0 ? notes : [format.speed(rate)];
    const pace = rate > 0 ? [...speed, t.timeLeft(format.time(left / rate))] : notes;
    return {
      title: t.trayUploading(moving.length),
      text: [format.percent(fraction ?? 0), ...(hindrance === null ? pace : [hindrance])].join(' · '),
      fraction,
      moving: hindrance === null,
      tone: notes.length > 0 || hindrance !== null ? 'warning' : 'accent',
    };
  }
  if (asking.length > 0) {
    return { title: t.trayAsks(asking.length), text: '', fraction: null, moving: false, tone: 'warning' };
  }
  const still = { fraction, moving: false, text: notes.join(' · ') };
  if (waiting.length > 0) return { ...still, title: t.trayResume(waiting.length), tone: 'warning' };
  if (paused.length > 0) return { ...still, title: t.trayPaused(paused.length), tone: 'neutral' };
  if (failed.length > 0) return { ...still, title: t.trayFailed(failed.length), tone: 'danger' };
  if (converting.length > 0) return { ...still, title: t.trayProcessing(converting.length), tone: 'accent' };
  if (counted.length === 0) return { ...still, title: t.trayCancelled(items.length), tone: 'neutral' };
  return { ...still, title: t.trayDone(counted.length), tone: 'success' };
}

/** What holds up everything that has had its turn. */
function hindranceOf(moving: readonly UploadItem[], t: UploaderWords['t']): string | null {
  const held = new Set(moving.filter(({ status }) => status !== 'queued').map(({ waitingFor }) => waitingFor));
  const [only = null] = held;
  return held.size === 1 ? heldUpWords(only, t) : null;
}
