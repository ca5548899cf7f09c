'use client';
import type { UploadItem } from '@spaces-kaltura/client/upload';
import { useEffect, useRef } from 'react';
import { announcement } from './announcements.ts';
import { useUploaderWords } from './useUploaderWords.ts';

/** Those who could speak; the one that came last does: it lies above the others, and a dialog silences what is below it. */
const speakers: symbol[] = [];

/** Says aloud what happens to uploads. However many components show them, one of them speaks. */
export function useAnnouncer(items: readonly UploadItem[], say: (text: string) => void): void {
  const words = useUploaderWords();
  const self = useRef(Symbol('speaker'));
  const heard = useRef(items);
  useEffect(() => {
    const { current } = self;
    speakers.push(current);
    return () => void speakers.splice(speakers.indexOf(current), 1);
  }, []);
  useEffect(() => {
    const text = announcement(heard.current, items, words);
    heard.current = items;
    if (text !== null && speakers.at(-1) === self.current) say(text);
  }, [items, words, say]);
}
