'use client';
import type { AccountStatus, AccountUser } from '@spaces-kaltura/client/account';
import type { ReactElement, ReactNode } from 'react';
import { accountFeature } from '../messages/account/accountFeature.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { useMessages } from '../messages/useMessages.ts';
import { hostOf } from './hostOf.ts';
import type { LatestCheck } from './useAccount.ts';
import { useMoment } from './useMoment.ts';

export interface AccountFactsProps {
  status: AccountStatus;
  account: NonNullable<AccountStatus['account']>;
  /** What Kaltura said just now, if it was asked. */
  check: LatestCheck | null;
  /** Nothing can be seen or done there for the time being. */
  stopped: boolean;
}

/** Who one is in Kaltura, what one sees there and may do, from what Kaltura answered. */
export function AccountFacts({ status, account, check, stopped }: AccountFactsProps): ReactElement {
  const m = useFeatureMessages(accountFeature);
  const moment = useMoment();
  const canListAll = check?.canListAll ?? account.canListAll;
  const canUpload = check?.canUpload ?? account.canUpload;
  return (
    <dl className="sk-account-facts">
      <Fact name={m.userLabel}>
        <User user={status.user} expectedId={status.expectedUserId} stopped={stopped} />
      </Fact>
      {!stopped && (
        <>
          <Fact name={m.seesLabel}>
            <p>{canListAll === null ? m.notKnownYet : canListAll ? m.seesAll : m.seesOwn}</p>
          </Fact>
          <Fact name={m.mayLabel}>
            <p>{canUpload === null ? m.notKnownYet : canUpload ? m.mayUpload : m.mayNotUpload}</p>
          </Fact>
        </>
      )}
      <Fact name={m.accountLabel}>
        <p>
          <bdi>{m.accountText(String(account.partnerId), hostOf(account.serviceUrl))}</bdi>
        </p>
      </Fact>
      <Fact name={m.lastCheckLabel}>
        <p>
          {check
            ? m.lastCheckOwn(moment(check.at))
            : account.checkedAt === null
              ? m.neverChecked
              : m.lastCheck(moment(account.checkedAt))}
        </p>
      </Fact>
    </dl>
  );
}

interface UserProps {
  user: AccountUser | null;
  expectedId: string | null;
  stopped: boolean;
}

function User({ user, expectedId, stopped }: UserProps): ReactElement {
  const m = useFeatureMessages(accountFeature);
  const { format } = useMessages();
  const id = user?.id ?? expectedId;
  if (id === null) return <p>{m.noUser}</p>;
  const since = user && format.date(user.since / 1000);
  return (
    <>
      <p className="sk-account-id">
        <bdi>{id}</bdi>
      </p>
      <p>
        {user === null
          ? stopped
            ? m.notYours
            : m.expected
          : user.origin === 'created'
            ? `${m.created(since ?? '')} ${m.createdNoLogin}`
            : `${m.matched(since ?? '')} ${m.matchedNoLogin}`}
      </p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
