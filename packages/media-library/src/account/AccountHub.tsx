'use client';
import type { ExchangeAccess } from '@spaces-kaltura/client';
import { useId, type ReactElement } from 'react';
import { accountFeature } from '../messages/account/accountFeature.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { Badge, type BadgeTone } from '../parts/Badge.tsx';
import type { IconName } from '../parts/Icon.tsx';
import { useKaltura } from '../provider/useKaltura.ts';
import { AccountDetails } from './AccountDetails.tsx';
import type { AccountStateKind } from './AccountState.ts';
import { useAccount } from './useAccount.ts';

export interface AccountHubProps {
  /** The only one: there is nothing to choose. */
  alone: boolean;
  open: boolean;
  onToggle: () => void;
}

/** One hub: how it is doing in one word, and in all of them once it is open. */
export function AccountHub(props: AccountHubProps): ReactElement {
  const { scope } = useKaltura();
  if (scope.exchange === null) throw new TypeError('An account is looked up at a token exchange.');
  // Another person starts from nothing.
  return <Account key={scope.key.join()} {...props} exchange={scope.exchange} />;
}

function Account({ alone, open, onToggle, exchange }: AccountHubProps & { exchange: ExchangeAccess }): ReactElement {
  const { hub } = useKaltura();
  const m = useFeatureMessages(accountFeature);
  const account = useAccount(exchange);
  const id = useId();
  const { state } = account;
  const head = (
    <>
      <bdi>{hub.name}</bdi>
      {state !== null && (
        <Badge tone={looks[state.kind].tone} icon={looks[state.kind].icon}>
          {m[state.kind]}
        </Badge>
      )}
    </>
  );
  const shown = alone || open;
  return (
    <section className="sk-account-hub" aria-labelledby={`${id}head`} data-status={state?.kind ?? 'loading'}>
      <h2 className="sk-account-head" id={`${id}head`}>
        {alone ? (
          head
        ) : (
          <button type="button" aria-expanded={open} aria-controls={`${id}body`} onClick={onToggle}>
            {head}
          </button>
        )}
      </h2>
      <div id={`${id}body`} hidden={!shown}>
        {shown && <AccountDetails account={account} />}
      </div>
    </section>
  );
}

const looks: Readonly<Record<AccountStateKind, { tone: BadgeTone; icon: IconName }>> = {
  connected: { tone: 'success', icon: 'check' },
  limited: { tone: 'warning', icon: 'warning' },
  untried: { tone: 'neutral', icon: 'plug' },
  needsYou: { tone: 'warning', icon: 'warning' },
  needsAdmin: { tone: 'danger', icon: 'ban' },
  notInPlan: { tone: 'accent', icon: 'lock' },
  paused: { tone: 'warning', icon: 'clock' },
  notConnected: { tone: 'neutral', icon: 'plug' },
  unavailable: { tone: 'warning', icon: 'offline' },
};
