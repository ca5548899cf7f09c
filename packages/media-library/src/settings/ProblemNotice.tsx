'use client';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { ProblemMessage } from '../messages/Messages.ts';
import type { ProblemCode } from '../messages/ProblemCode.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useProblemMessage } from '../messages/useProblemMessage.ts';
import { Button } from '../parts/Button.tsx';
import type { Problem } from '../problems/Problem.ts';
import { Notice } from './form/Notice.tsx';
import { useSettings } from './SettingsContext.ts';

export interface ProblemNoticeProps {
  problem: Problem | null;
  /** Does again what failed. */
  onRetry: () => void;
  title?: string;
  /** False: what was entered is gone with the try, so only whoever enters it again can try again. */
  kept?: boolean;
}

/** Why something could not be done, where it was asked for; with a way to go on where there is one. */
export function ProblemNotice({ problem, onRetry, title, kept = true }: ProblemNoticeProps): ReactElement | null {
  if (problem === null) return null;
  return problem.code === 'reauth_required' ? (
    <ReauthNotice kept={kept} onDone={onRetry} />
  ) : (
    <Trouble problem={problem} title={title} onRetry={kept ? onRetry : null} />
  );
}

function Trouble({
  problem,
  title,
  onRetry,
}: {
  problem: Problem;
  title: string | undefined;
  onRetry: (() => void) | null;
}): ReactElement | null {
  const { m } = useSettings();
  const { t } = useMessages();
  const message = useAdminMessage(problem.code);
  if (message === null) return null;
  return (
    <Notice
      tone="danger"
      announce
      title={title ?? message.title}
      action={problem.retriable && onRetry !== null && <Button onClick={onRetry}>{m.tryAgain}</Button>}
    >
      <p>{title === undefined ? message.text : `${message.title}. ${message.text}`}</p>
      {problem.requestId !== null && <p className="sk-reference">{t.referenceId(problem.requestId)}</p>}
    </Notice>
  );
}

/** The person's sign-in is too old for what they want to do: the host confirms who they are, then it is done. */
function ReauthNotice({ kept, onDone }: { kept: boolean; onDone: () => void }): ReactElement {
  const { m, onReauthenticate } = useSettings();
  const [waiting, setWaiting] = useState(false);
  const confirm = async (): Promise<void> => {
    setWaiting(true);
    try {
      await onReauthenticate?.();
      onDone();
    } catch {
      // They did not want to, or could not: the notice stays.
    } finally {
      setWaiting(false);
    }
  };
  const action: ReactNode =
    onReauthenticate === undefined ? (
      <Button onClick={onDone}>{m.tryAgain}</Button>
    ) : (
      <Button variant="primary" busy={waiting} onClick={() => void confirm()}>
        {m.reauthAction}
      </Button>
    );
  return (
    <Notice tone="warning" announce title={m.reauthTitle} action={action}>
      <p>
        {m.reauthText} {onReauthenticate === undefined && <>{m.reauthElsewhere} </>}
        {kept ? m.reauthKept : m.reauthNotKept}
      </p>
    </Notice>
  );
}

/** In a hub admin's words; null while the sentences are loaded. */
export function useAdminMessage(code: ProblemCode): ProblemMessage | null {
  const { m } = useSettings();
  const general = useProblemMessage(code);
  return m.problems[code] ?? general;
}
