'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Button } from '../parts/Button.tsx';
import { StateView, type StateKind } from '../parts/StateView.tsx';
import type { ProblemCode } from '../messages/ProblemCode.ts';
import type { Problem } from '../problems/Problem.ts';
import { useAdminMessage } from './ProblemNotice.tsx';

export interface AccessProblemProps {
  problem: Problem;
  retrying: boolean;
  onRetry: () => void;
}

/** Why the settings cannot be shown: to whom they are not open, or what failed. */
export function AccessProblem({ problem, retrying, onRetry }: AccessProblemProps): ReactElement | null {
  const { t } = useMessages();
  const message = useAdminMessage(problem.code);
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
  role_required: 'forbidden',
  plan_not_entitled: 'locked',
  origin_not_allowed: 'forbidden',
  offline: 'offline',
};
