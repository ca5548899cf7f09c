'use client';
import type { ReactNode } from 'react';
import type { ProblemMessage } from '../messages/Messages.ts';
import type { ProblemCode } from '../messages/ProblemCode.ts';
import { useMessages } from '../messages/useMessages.ts';
import { useProblemMessage } from '../messages/useProblemMessage.ts';
import { Button } from '../parts/Button.tsx';
import { StateView, type StateKind } from '../parts/StateView.tsx';
import type { Problem } from './Problem.ts';

export interface ProblemViewProps {
  problem: Problem;
  retrying: boolean;
  onRetry: () => void;
  /** Other words for the same, where somebody else is spoken to. */
  message?: ProblemMessage | undefined;
}

/** What happened and what to do next, by cause; with a button where trying again can help. */
export function ProblemView({ problem, retrying, onRetry, ...props }: ProblemViewProps): ReactNode {
  const { t } = useMessages();
  const general = useProblemMessage(problem.code);
  const message = props.message ?? general;
  if (message === null) return null;
  return (
    <StateView
      kind={kinds[problem.code] ?? 'error'}
      title={message.title}
      text={message.text}
      action={
        problem.retriable && (
          <Button busy={retrying} onClick={onRetry}>
            {retrying ? t.retrying : t.retry}
          </Button>
        )
      }
      detail={problem.requestId === null ? undefined : t.referenceId(problem.requestId)}
    />
  );
}

const kinds: Partial<Record<ProblemCode, StateKind>> = {
  offline: 'offline',
  plan_not_entitled: 'locked',
  not_connected: 'notConnected',
  forbidden: 'forbidden',
  role_required: 'forbidden',
  origin_not_allowed: 'forbidden',
  kaltura_user_blocked: 'forbidden',
};
