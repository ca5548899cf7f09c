'use client';
import type { ReactElement } from 'react';
import { accountFeature } from '../messages/account/accountFeature.ts';
import type { ProblemMessage } from '../messages/Messages.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { useProblemMessage } from '../messages/useProblemMessage.ts';
import { Button } from '../parts/Button.tsx';
import { AccountFacts } from './AccountFacts.tsx';
import { AccountLetter } from './AccountLetter.tsx';
import { isStopped, type AccountState } from './AccountState.ts';
import { AccountUploads } from './AccountUploads.tsx';
import type { UseAccount } from './useAccount.ts';

export interface AccountDetailsProps {
  account: UseAccount;
}

/** All about one hub: how it is doing and what to do, who one is there, another try, and what is being uploaded. */
export function AccountDetails({ account }: AccountDetailsProps): ReactElement {
  const m = useFeatureMessages(accountFeature);
  const { state, status, check, checking, outcome, checkAgain } = account;
  const message = useStateMessage(state);
  if (state === null || message === null) {
    return (
      <p className="sk-account-loading" role="status">
        {m.loading}
      </p>
    );
  }
  const firstTime = status !== undefined && status.account !== null && status.user === null && check === null;
  return (
    <div className="sk-account-body">
      <div className="sk-account-state">
        <h3>{message.title}</h3>
        <p>{message.text}</p>
      </div>
      <AccountLetter state={state} status={status} what={message.title} />
      {status?.account && (
        <AccountFacts status={status} account={status.account} check={check} stopped={isStopped(state)} />
      )}
      <div className="sk-account-check">
        <Button busy={checking} onClick={checkAgain}>
          {checking ? m.checking : firstTime ? m.checkNow : m.checkAgain}
        </Button>
        <p role="status">
          {checking
            ? ''
            : outcome === 'done' && check
              ? m.checkDone(check.mediaCount)
              : outcome === 'failed'
                ? m.checkFailed
                : ''}
        </p>
        {firstTime && !isStopped(state) && <p className="sk-account-hint">{m.checkCreates}</p>}
      </div>
      <AccountUploads />
    </div>
  );
}

/** What happened and what to do next; null for the moment in which sentences are loaded. */
function useStateMessage(state: AccountState | null): ProblemMessage | null {
  const m = useFeatureMessages(accountFeature);
  const code = state?.code ?? 'unknown';
  const general = useProblemMessage(code);
  if (state === null) return null;
  if (state.code !== null) return m.problems[state.code] ?? general;
  if (state.kind === 'limited') return m.limitedState;
  return state.kind === 'untried' ? m.untriedState : m.connectedState;
}
