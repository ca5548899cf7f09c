import { isActive, type UploadItem } from '@spaces-kaltura/client/upload';
import { traySummary } from './traySummary.ts';
import type { UploaderWords } from './useUploaderWords.ts';

const MARKS = [0.25, 0.5, 0.75];

/**
 * What is worth saying aloud between two states of the queue: starts, quarters, ends. One file is called by its name; of
 * several the whole is told, so that nobody has to listen to each quarter of each.
 */
export function announcement(
  before: readonly UploadItem[],
  now: readonly UploadItem[],
  words: UploaderWords,
): string | null {
  const { t, format } = words;
  const earlier = new Map(before.map((item) => [item.id, item]));
  const changed = now.filter((item) => earlier.get(item.id) !== item);
  const came = (item: UploadItem, ...statuses: UploadItem['status'][]): boolean =>
    statuses.includes(item.status) && !statuses.includes(earlier.get(item.id)?.status ?? 'cancelled');

  const said: string[] = [];
  const started = changed.filter((item) => earlier.get(item.id) === undefined && item.status === 'queued');
  if (started.length === 1) said.push(t.announceStart(started[0]?.metadata.name ?? ''));
  if (started.length > 1) said.push(t.announceStarts(started.length));

  const underWay = now.filter(isActive);
  if (underWay.length === 1) {
    const item = underWay[0];
    const last = item && earlier.get(item.id);
    if (item && last) {
      const mark = passed(last.uploadedBytes / last.size, item.uploadedBytes / item.size);
      if (mark !== null) said.push(t.announceProgress(item.metadata.name, format.percent(mark)));
    }
  } else if (underWay.length > 1 && started.length === 0) {
    const mark = passed(traySummary(before, words).fraction ?? 1, traySummary(now, words).fraction ?? 1);
    if (mark !== null) said.push(t.announceTotal(format.percent(mark), underWay.length));
  }

  // Nobody asked for these pauses.
  const stopped = changed.filter((item) => came(item, 'paused') && item.problem !== null);
  const reason = t.problems[stopped[0]?.problem?.code ?? 'internal'].title;
  if (stopped.length === 1) said.push(t.announceFailed(stopped[0]?.metadata.name ?? '', reason));
  if (stopped.length > 1) said.push(t.announceFailed(t.trayPaused(stopped.length), reason));

  for (const item of changed) {
    const { name } = item.metadata;
    if (earlier.get(item.id) === undefined) continue;
    if (came(item, 'converting')) said.push(t.announceDone(name));
    if (came(item, 'ready')) said.push(t.announceReady(name));
    if (came(item, 'failed')) said.push(t.announceFailed(name, t.problems[item.problem?.code ?? 'internal'].title));
  }
  return said.length > 0 ? said.join(' ') : null;
}

/** The highest mark between two fractions. */
const passed = (before: number, now: number): number | null =>
  MARKS.findLast((mark) => before < mark && now >= mark) ?? null;
