'use client';
import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * A place to take the focus to when what had it goes away: a finished form, a button that has done its work. The second
 * member takes it there once the page shows what comes next.
 */
export function useFocusTarget<TElement extends HTMLElement>(): [RefObject<TElement | null>, () => void] {
  const target = useRef<TElement>(null);
  const [wishes, setWishes] = useState(0);
  useEffect(() => {
    if (wishes > 0) target.current?.focus();
  }, [wishes]);
  return [target, () => setWishes((count) => count + 1)];
}
