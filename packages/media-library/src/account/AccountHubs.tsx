'use client';
import { useState, type ReactElement } from 'react';
import { accountFeature } from '../messages/account/accountFeature.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { noPreferences } from '../preferences/Preferences.ts';
import { KalturaProvider } from '../provider/KalturaProvider.tsx';
import { AccountHub } from './AccountHub.tsx';
import type { KalturaAccountStatusProps } from './KalturaAccountStatus.tsx';

/** One hub below the other, each with a provider of its own: its token, its session, its uploads. */
export function AccountHubs(props: KalturaAccountStatusProps): ReactElement {
  const { hubs, initialHub, userId } = props;
  const m = useFeatureMessages(accountFeature);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const first = hubs.some(({ id }) => id === initialHub) ? initialHub : hubs[0]?.id;
  const isOpen = (id: string): boolean => (id === first) !== toggled.has(id);
  const toggle = (id: string): void => {
    setToggled((ids) => (ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id])));
  };
  return (
    <div className="sk-account">
      {hubs.length === 0 && <p className="sk-account-none">{m.noHubs}</p>}
      {hubs.map((hub) => (
        <KalturaProvider
          key={hub.id}
          hub={hub}
          userId={userId}
          exchangeUrl={props.exchangeUrl}
          getHostToken={props.getHostToken}
          locale={props.locale}
          messages={props.messages}
          theme={props.theme}
          queryClient={props.queryClient}
          preferences={noPreferences}
          fetch={props.fetch}
        >
          <AccountHub alone={hubs.length === 1} open={isOpen(hub.id)} onToggle={() => toggle(hub.id)} />
        </KalturaProvider>
      ))}
    </div>
  );
}
