import { KalturaAccountStatus } from '@spaces-kaltura/media-library/account';
import { useEffect, useMemo } from 'react';
import { signHostToken } from '../host/signHostToken.ts';
import type { Theme } from '../host/useTheme.ts';
import type { Hub, Persona } from '../host/wire.ts';

/** The person's own page. This little Spaces has one part of it: how Kaltura is doing for them in their hubs. */
export function AccountPage({
  persona,
  hubs,
  exchangeUrl,
  theme,
}: {
  persona: Persona;
  hubs: readonly Hub[];
  exchangeUrl: string;
  theme: Theme;
}) {
  const own = useMemo(
    () => [persona.hub, ...persona.alsoIn].flatMap((id) => hubs.find((hub) => hub.id === id) ?? []),
    [persona, hubs],
  );
  useEffect(() => {
    document.title = `${persona.name} · Kaltura`;
    return () => {
      document.title = 'Spaces';
    };
  }, [persona.name]);

  return (
    <main className="settings settings--narrow">
      <header className="settings__header">
        <p className="settings__path">User account › Integration</p>
        <h1>Kaltura</h1>
      </header>
      <div className="settings__status">
        <KalturaAccountStatus
          exchangeUrl={exchangeUrl}
          getHostToken={signHostToken}
          hubs={own}
          userId={persona.id}
          theme={theme}
        />
      </div>
    </main>
  );
}
