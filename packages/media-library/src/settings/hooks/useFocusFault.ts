'use client';
import { useEffect, useRef, type RefObject } from 'react';

/** Takes the focus to the first field that cannot be taken, each time a try has found some. */
export function useFocusFault<TElement extends HTMLElement>(tries: number): RefObject<TElement | null> {
  const form = useRef<TElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return form;
}
