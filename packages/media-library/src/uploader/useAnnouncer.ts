'use client';
import type { UploadItem } from '@spaces-kaltura/client/upload';
import { useEffect, useRef, type RefObject } from 'react';
import { announcement } from './announcements.ts';
import { useUploaderWords } from './useUploaderWords.ts';

/** Those who could speak, by where they stand. */
const speakers: HTMLElement[] = [];

/** A dialog silences what is below it, so whoever stands in one speaks; otherwise the one that came last. */
const speaker = (): HTMLElement | undefined =>
  speakers.findLast((one) => one.closest('dialog[open], [role="dialog"], [aria-modal="true"]')) ?? speakers.at(-1);

/** Says aloud what happens to uploads. However many components show them, one of them speaks. */
export function useAnnouncer(
  root: RefObject<HTMLElement | null>,
  items: readonly UploadItem[],
  say: (text: string) => void,
): void {
  const words = useUploaderWords();
  const heard = useRef(items);
  useEffect(() => {
    const { current } = root;
    if (!current) return;
    speakers.push(current);
    return () => void speakers.splice(speakers.indexOf(current), 1);
  }, [root]);
  useEffect(() => {
    const text = announcement(heard.current, items, words);
    heard.current = items;
    if (text !== null && speaker() === root.current) say(text);
  }, [root, items, words, say]);
}
