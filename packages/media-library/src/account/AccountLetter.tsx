'use client';
import type { AccountStatus } from '@spaces-kaltura/client/account';
import { useId, useState, type ReactElement } from 'react';
import { accountFeature } from '../messages/account/accountFeature.ts';
import type { LetterRequest } from '../messages/account/AccountMessages.ts';
import type { ProblemCode } from '../messages/ProblemCode.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { useKaltura } from '../provider/useKaltura.ts';
import type { AccountState, AccountStateKind } from './AccountState.ts';
import { hostOf } from './hostOf.ts';
import { useMoment } from './useMoment.ts';

export interface AccountLetterProps {
  state: AccountState;
  status: AccountStatus | undefined;
  /** What the page says has happened. */
  what: string;
}

/** What to send to the hub admin where it is theirs to mend: with code and reference, and without a secret. */
export function AccountLetter({ state, status, what }: AccountLetterProps): ReactElement | null {
  const { hub } = useKaltura();
  const m = useFeatureMessages(accountFeature);
  const moment = useMoment();
  const [seen] = useState(() => Date.now());
  const id = useId();
  const request = requestOf(state);
  if (request === null) return null;
  const account = status?.account;
  const text = m.letter({
    hub: hub.name,
    what,
    request: m.requests[request],
    code: state.code,
    reference: state.requestId,
    account: account ? m.accountText(String(account.partnerId), hostOf(account.serviceUrl)) : null,
    user: status?.user?.id ?? status?.expectedUserId ?? null,
    when: moment(seen),
  });
  return (
    <div className="sk-account-letter">
      <h3 id={id}>{m.sendTitle}</h3>
      <p>{m.sendText}</p>
      <textarea readOnly value={text} rows={text.split('\n').length + 2} aria-labelledby={id} />
      <CopyButton text={text} label={m.copy} copied={m.copied} failed={m.copyFailed} />
    </div>
  );
}

/** What the hub admin is asked for; null where it is not theirs to mend. */
function requestOf({ kind, code }: AccountState): LetterRequest | null {
  const named = code === null ? undefined : byCode[code];
  return named ?? byKind[kind] ?? null;
}

const byKind: Partial<Record<AccountStateKind, LetterRequest>> = {
  limited: 'allowUploads',
  needsAdmin: 'test',
  notInPlan: 'plan',
  paused: 'resume',
  notConnected: 'connect',
};

const byCode: Partial<Record<ProblemCode, LetterRequest>> = {
  kaltura_user_blocked: 'unblock',
  email_ambiguous: 'tellApart',
  kaltura_user_taken: 'freeUser',
  person_revoked: 'letIn',
  role_required: 'letIn',
  origin_not_allowed: 'allowPage',
};
