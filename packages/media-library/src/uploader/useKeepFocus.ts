'use client';
import { useEffect, type RefObject } from 'react';

/**
 * When what had the focus inside an element is gone (a draft was removed, a question answered), the element takes it: the
 * browser would give it to the beginning of the page. Who has gone elsewhere stays there.
 */
export function useKeepFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    let last: Node | null = null;
    const enter = ({ target }: FocusEvent): void => {
      last = target as Node;
    };
    const leave = ({ target }: FocusEvent): void =>
      queueMicrotask(() => {
        // What is still there was left on purpose.
        if (last === target && last?.isConnected && document.activeElement !== last) last = null;
      });
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return;
      last = null;
      if (document.activeElement === document.body) current.focus();
    });
    current.addEventListener('focusin', enter);
    current.addEventListener('focusout', leave);
    observer.observe(current, { childList: true, subtree: true });
    return () => {
      current.removeEventListener('focusin', enter);
      current.removeEventListener('focusout', leave);
      observer.disconnect();
    };
  }, [element]);
}
