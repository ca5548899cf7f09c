'use client';
import type { UploadItem } from '@spaces-kaltura/client/upload';
import { useEffect, useRef, type RefObject } from 'react';
import { announcements, inOneBreath, type Announcement } from './announcements.ts';
import { useUploaderWords } from './useUploaderWords.ts';

/** So long, news gathers before it is said, and between one thing said and the next. */
const GATHER_MS = 500;
const SILENCE_MS = 5000;

/** Those who could speak, by where they stand. */
const speakers: HTMLElement[] = [];

/** A dialog silences what is below it, so whoever stands in one speaks; otherwise the one that came last. */
const speaker = (): HTMLElement | undefined =>
  speakers.findLast((one) => one.closest('dialog[open], [role="dialog"], [aria-modal="true"]')) ?? speakers.at(-1);

/**
 * Says aloud what happens to uploads. However many components show them, one of them speaks; however many files there are,
 * it pauses in between.
 */
export function useAnnouncer(
  root: RefObject<HTMLElement | null>,
  items: readonly UploadItem[],
  say: (text: string) => void,
): void {
  const words = useUploaderWords();
  const heard = useRef(items);
  const gathered = useRef<Announcement[]>([]);
  const timer = useRef<number>(undefined);
  useEffect(() => {
    const { current } = root;
    if (!current) return;
    speakers.push(current);
    return () => {
      speakers.splice(speakers.indexOf(current), 1);
      window.clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [root]);
  useEffect(() => {
    const speak = (): void => {
      timer.current = undefined;
      const news = gathered.current.splice(0);
      if (news.length === 0 || speaker() !== root.current) return;
      say(inOneBreath(news, words));
      timer.current = window.setTimeout(speak, SILENCE_MS);
    };
    gathered.current.push(...announcements(heard.current, items, words));
    heard.current = items;
    if (gathered.current.length > 0) timer.current ??= window.setTimeout(speak, GATHER_MS);
  }, [root, items, words, say]);
}
