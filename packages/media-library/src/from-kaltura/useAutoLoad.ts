'use client';
import { useEffect, useRef, type RefObject } from 'react';

/** Calls `loadMore` whenever the element scrolls into view, while `enabled`. */
export function useAutoLoad<TElement extends Element>(
  enabled: boolean,
  loadMore: () => void,
): RefObject<TElement | null> {
  const element = useRef<TElement>(null);
  const latest = useRef(loadMore);
  useEffect(() => {
    latest.current = loadMore;
  });
  useEffect(() => {
    if (!enabled || element.current === null || typeof IntersectionObserver === 'undefined') return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) latest.current();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [enabled]);
  return element;
}
