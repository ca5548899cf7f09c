'use client';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';

export interface ResultCountProps {
  /** Null while nothing is known yet. */
  count: number | null;
  /** Kaltura counted entries that may still be left out: the count is an upper bound. */
  upTo?: boolean;
}

/**
 * A live region: it stays mounted, so that a new count is read out politely when it is there. What is uploaded meanwhile is told
 * by others, and counted in silence.
 */
export function ResultCount({ count, upTo = false }: ResultCountProps): ReactElement {
  const { t } = useMessages();
  const [told, setTold] = useState(count);
  if (told !== count && (told === null || count === null)) setTold(count);
  return (
    <p className="sk-count" role="status" aria-live={told === count ? undefined : 'off'}>
      {count !== null && (upTo ? t.resultCountUpTo(count) : t.resultCount(count))}
    </p>
  );
}
