'use client';
import { useState, type ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from './Button.tsx';

export interface LoadMoreProps {
  shown: number;
  /** Null where the whole is not known. */
  total: number | null;
  status: 'idle' | 'loading' | 'failed' | 'done';
  onLoadMore: () => void;
}

/** A button rather than an endless scroll: what follows the grid stays reachable. It keeps the focus while it loads. */
export function LoadMore({ shown, total, status, onLoadMore }: LoadMoreProps): ReactElement {
  const { t } = useMessages();
  // An entry that comes in front leaves as many behind: that is not worth a word.
  const left = total === null ? null : total - shown;
  const [told, setTold] = useState({ left, total });
  if (told.left !== left) setTold({ left, total });
  return (
    <div className="sk-load-more" data-status={status}>
      <p role="status" aria-live={told.left === left && told.total !== total ? 'off' : undefined}>
        {status === 'failed' && t.loadMoreFailed}
        {status === 'done' && t.allShown}
        {(status === 'idle' || status === 'loading') && total !== null && t.shownOf(shown, total)}
      </p>
      {status !== 'done' && (
        <Button busy={status === 'loading'} onClick={onLoadMore}>
          {status === 'loading' ? t.loadingMore : status === 'failed' ? t.retry : t.loadMore}
        </Button>
      )}
    </div>
  );
}
