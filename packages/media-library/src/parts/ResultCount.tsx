'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';

export interface ResultCountProps {
  /** Null while nothing is known yet. */
  count: number | null;
  /** Kaltura stops counting; then the count is a lower bound. */
  atLeast?: boolean;
}

/** A live region: it stays mounted, so that a new count is read out politely when it is there. */
export function ResultCount({ count, atLeast = false }: ResultCountProps): ReactElement {
  const { t } = useMessages();
  return (
    <p className="sk-count" role="status">
      {count !== null && (atLeast ? t.resultCountAtLeast(count) : t.resultCount(count))}
    </p>
  );
}
