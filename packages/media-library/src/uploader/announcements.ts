import { isActive, type UploadItem } from '@spaces-kaltura/client/upload';
import { traySummary } from './traySummary.ts';
import type { UploaderWords } from './useUploaderWords.ts';

const MARKS = [0.25, 0.5, 0.75];
/** More than so many at once are told by their number instead of by their names. */
const FEW = 2;

/** Something worth saying aloud. */
export interface Announcement {
  readonly about: 'started' | 'progress' | 'done' | 'ready' | 'failed';
  readonly text: string;
}

/**
 * What is worth saying aloud between two states of the queue: starts, quarters, ends. One file is called by its name; of
 * several the whole is told, so that nobody has to listen to each quarter of each.
 */
export function announcements(
  before: readonly UploadItem[],
  now: readonly UploadItem[],
  words: UploaderWords,
): Announcement[] {
  const { t, format } = words;
  const earlier = new Map(before.map((item) => [item.id, item]));
  const changed = now.filter((item) => earlier.get(item.id) !== item);
  const came = (item: UploadItem, status: UploadItem['status']): boolean =>
    item.status === status && earlier.get(item.id)?.status !== status;

  const said: Announcement[] = [];
  const say = (about: Announcement['about'], text: string): void => void said.push({ about, text });
  const started = changed.filter((item) => earlier.get(item.id) === undefined && item.status === 'queued');
  for (const { metadata } of started) say('started', t.announceStart(metadata.name));

  const underWay = now.filter(isActive);
  if (underWay.length === 1) {
    const item = underWay[0];
    const last = item && earlier.get(item.id);
    if (item && last) {
      const mark = passed(last.uploadedBytes / last.size, item.uploadedBytes / item.size);
      if (mark !== null) say('progress', t.announceProgress(item.metadata.name, format.percent(mark)));
    }
  } else if (underWay.length > 1 && started.length === 0) {
    const mark = passed(traySummary(before, words).fraction ?? 1, traySummary(now, words).fraction ?? 1);
    if (mark !== null) say('progress', t.announceTotal(format.percent(mark), underWay.length));
  }

  // Nobody asked for these pauses.
  const stopped = changed.filter((item) => came(item, 'paused') && item.problem !== null);
  const reason = t.problems[stopped[0]?.problem?.code ?? 'internal'].title;
  if (stopped.length === 1) say('failed', t.announceFailed(stopped[0]?.metadata.name ?? '', reason));
  if (stopped.length > 1) say('failed', t.announceFailed(t.trayPaused(stopped.length), reason));

  for (const item of changed) {
    const { name } = item.metadata;
    if (earlier.get(item.id) === undefined) continue;
    if (came(item, 'converting')) say('done', t.announceDone(name));
    if (came(item, 'ready')) say('ready', t.announceReady(name));
    if (came(item, 'failed')) say('failed', t.announceFailed(name, t.problems[item.problem?.code ?? 'internal'].title));
  }
  return said;
}

/** What has gathered since something was said, in one breath: of many files their number, of progress how far it is. */
export function inOneBreath(gathered: readonly Announcement[], { t }: UploaderWords): string {
  const counted: Partial<Record<string, (count: number) => string>> = {
    started: t.trayUploading,
    done: t.trayProcessing,
    ready: t.trayDone,
    failed: t.trayFailed,
  };
  return Object.entries(Object.groupBy(gathered, ({ about }) => about))
    .flatMap(([about, news]) => {
      const texts = news.map(({ text }) => text);
      const many = counted[about];
      if (!many) return texts.slice(-1);
      return texts.length > FEW ? `${many(texts.length)}.` : texts;
    })
    .join(' ');
}

/** The highest mark between two fractions. */
const passed = (before: number, now: number): number | null =>
  MARKS.findLast((mark) => before < mark && now >= mark) ?? null;
