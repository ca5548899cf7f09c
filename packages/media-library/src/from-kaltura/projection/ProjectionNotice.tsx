'use client';
import { useRef, type ReactNode } from 'react';
import { useKalturaSession } from '../../hooks/useKalturaSession.ts';
import { useOnline } from '../../hooks/useOnline.ts';
import { projectionFeature } from '../../messages/projection/projectionFeature.ts';
import { useFeatureMessages } from '../../messages/useFeatureMessages.ts';
import { useMessages } from '../../messages/useMessages.ts';
import { useProblemMessage } from '../../messages/useProblemMessage.ts';
import { Button } from '../../parts/Button.tsx';
import { entryName } from '../../parts/entryWords.ts';
import { shorten } from '../../parts/shorten.ts';
import { toProblem } from '../../problems/toProblem.ts';
import { outcomeWords, type Outcome } from './projectionWords.ts';
import type { ProjectionChange } from './useProjectionChange.ts';

export interface ProjectionNoticeProps {
  change: ProjectionChange | null;
  onUndo: () => void;
  onRetry: () => void;
  onDismiss: () => void;
}

/**
 * What became of the latest change, until it is dismissed: announced, with the way back or another try. A button that goes
 * away under its press leaves the focus with the notice, and with the entries once that is gone too.
 */
export function ProjectionNotice({ change, onUndo, onRetry, onDismiss }: ProjectionNoticeProps): ReactNode {
  const { t } = useMessages();
  const s = useFeatureMessages(projectionFeature);
  const { text, retriable } = useOutcome(change);
  const notice = useRef<HTMLDivElement>(null);
  const status = change?.status ?? 'none';
  const press = (action: () => void) => (): void => {
    notice.current?.focus();
    action();
  };
  const dismiss = (): void => {
    const root = notice.current?.closest('.sk-root');
    root?.querySelector<HTMLElement>('.sk-grid [tabindex="0"]')?.focus();
    onDismiss();
  };
  return (
    <div ref={notice} className="sk-notice" role="group" aria-label={s.title} tabIndex={-1} data-status={status}>
      <p role="status">{text}</p>
      {status === 'saved' && change?.undoing === false && <Button onClick={press(onUndo)}>{s.undo}</Button>}
      {status === 'failed' && retriable && <Button onClick={press(onRetry)}>{t.retry}</Button>}
      {(status === 'saved' || status === 'failed') && (
        <Button variant="quiet" onClick={dismiss}>
          {s.dismiss}
        </Button>
      )}
    </div>
  );
}

const nothing: Outcome = { text: '', retriable: false };

function useOutcome(change: ProjectionChange | null): Outcome {
  const { t } = useMessages();
  const s = useFeatureMessages(projectionFeature);
  const { session } = useKalturaSession();
  const problem = toProblem(change?.error, useOnline());
  const problemMessage = useProblemMessage(problem.code);
  if (change === null) return nothing;
  const name = shorten(entryName(change.before, t));
  const words = outcomeWords(change, name, session?.userId ?? null, s);
  if (words !== null) return words;
  const why = problemMessage ? ` ${problemMessage.title}. ${problemMessage.text}` : '';
  return { text: s.unchanged(name) + why, retriable: problem.retriable };
}
