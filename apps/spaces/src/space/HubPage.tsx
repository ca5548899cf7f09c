import { createExchangePlaybackSource, createExchangeSessionSource } from '@spaces-kaltura/client';
import { KalturaProvider, UploadTray } from '@spaces-kaltura/media-library';
import { useMemo, useState, type ReactNode } from 'react';
import { PageLink } from '../host/PageLink.tsx';
import { signHostToken } from '../host/signHostToken.ts';
import { useAddress } from '../host/useAddress.ts';
import type { Theme } from '../host/useTheme.ts';
import type { Config, Hub, NewItem, Persona } from '../host/wire.ts';
import { kalturaIds, toItem } from '../library/kalturaItems.ts';
import { MediaLibraryDialog } from '../library/MediaLibraryDialog.tsx';
import { AccountPage } from '../people/AccountPage.tsx';
import { PersonaMenu } from '../people/PersonaMenu.tsx';
import { tint } from '../people/tint.ts';
import { HubSettings } from '../settings/HubSettings.tsx';
import { MediaContext } from './MediaContext.ts';
import { Room } from './Room.tsx';
import { SpaceLinks } from './SpaceLinks.tsx';
import { useSpaces } from './useSpaces.ts';

/** One hub from inside: its spaces, the one we are in, and the media library to hang more. */
export function HubPage({
  hub,
  persona,
  personas,
  hubs,
  exchangeUrl,
  mediaHosts,
  kaltura,
  theme,
  themeButton,
  onSwitch,
  onSignOut,
}: {
  hub: Hub;
  persona: Persona;
  personas: readonly Persona[];
  hubs: readonly Hub[];
  exchangeUrl: string;
  mediaHosts: readonly string[];
  kaltura: Config['kaltura'];
  theme: Theme;
  themeButton: ReactNode;
  onSwitch: (persona: string) => void;
  onSignOut: () => void;
}) {
  const { status, spaces, problem, hang, takeDown } = useSpaces();
  const { path, go: goTo } = useAddress();
  const [unsaved, setUnsaved] = useState(false);
  const go = (to: string): void => {
    if (!unsaved || confirm('What you have entered is not saved. Leave it?')) goTo(to);
  };
  const inSettings = path.startsWith('/settings/');
  const inAccount = path === '/account';
  const space = spaces.find(({ id }) => path === `/spaces/${id}`) ?? spaces[0];
  const [libraryOpen, setLibraryOpen] = useState(false);
  const [newest, setNewest] = useState<string | null>(null);
  const [news, setNews] = useState('');

  // One session source for the library and for everything that plays on the walls: they share each KS.
  const media = useMemo(() => {
    const access = { exchangeUrl, hub: hub.id, getHostToken: signHostToken };
    return {
      session: createExchangeSessionSource(access),
      playbackSessions: createExchangePlaybackSource(access),
      mediaHosts,
    };
  }, [exchangeUrl, hub.id, mediaHosts]);

  const hangHere = async (items: NewItem[]): Promise<void> => {
    if (space === undefined) return;
    const now = await hang(space.id, items);
    setNewest(now.items.at(-items.length)?.id ?? null);
    setNews(
      items.length === 1 ? `One work was hung in ${now.name}.` : `${items.length} works were hung in ${now.name}.`,
    );
    setLibraryOpen(false);
  };
  const takeDownHere = (item: string, title: string): void => {
    if (space === undefined) return;
    takeDown(space.id, item).then(
      () => setNews(`“${title}” was taken down.`),
      (error: Error) => setNews(error.message),
    );
  };

  return (
    <div className="hub" style={tint(hub.hue)}>
      <header className="bar">
        <a className="bar__home" href="/" aria-label="Spaces, start">
          <img src="/favicon.svg" alt="" width="32" height="32" />
        </a>
        <span className="bar__hub">{hub.name}</span>
        <SpaceLinks spaces={spaces} current={inSettings || inAccount ? undefined : space?.id} onGo={go} />
        {persona.role === 'hub_admin' && (
          <PageLink path="/settings/kaltura" className="bar__link" current={inSettings} onGo={go}>
            Hub settings
          </PageLink>
        )}
        {themeButton}
        <PersonaMenu
          persona={persona}
          personas={personas}
          hubs={hubs}
          onAccount={() => go('/account')}
          onSwitch={onSwitch}
          onSignOut={onSignOut}
        />
      </header>
      {status === 'failed' && (
        <main className="notice" role="alert">
          <p>{problem}</p>
        </main>
      )}
      {space !== undefined && (
        <MediaContext value={media}>
          <KalturaProvider
            session={media.session}
            exchangeUrl={exchangeUrl}
            getHostToken={signHostToken}
            hub={hub}
            userId={persona.id}
            theme={theme}
          >
            {/* Stands first: it gives the focus back before the room moves it to what was hung. */}
            <MediaLibraryDialog
              open={libraryOpen}
              onClose={() => setLibraryOpen(false)}
              onHang={hangHere}
              space={space}
            />
            {inAccount ? (
              <AccountPage persona={persona} hubs={hubs} exchangeUrl={exchangeUrl} theme={theme} />
            ) : inSettings ? (
              <HubSettings hub={hub} kaltura={kaltura} onUnsavedChange={setUnsaved} />
            ) : (
              <Room
                key={space.id}
                space={space}
                newest={newest}
                onAdd={() => setLibraryOpen(true)}
                onTakeDown={takeDownHere}
              />
            )}
            {/* At the page's level: what is uploaded goes on when the library is closed. */}
            <UploadTray importedIds={kalturaIds(space)} onImport={(references) => hangHere(references.map(toItem))} />
          </KalturaProvider>
        </MediaContext>
      )}
      <p className="news" role="status">
        <span key={news}>{news}</span>
      </p>
    </div>
  );
}
