import { useEffect, useState } from 'react';
import { KalturaConsole } from './console/KalturaConsole.tsx';
import { hostApi } from './host/hostApi.ts';
import { useAddress } from './host/useAddress.ts';
import { useTheme } from './host/useTheme.ts';
import type { Config } from './host/wire.ts';
import { EntryPage } from './people/EntryPage.tsx';
import { HubPage } from './space/HubPage.tsx';

/** The little Spaces: choose whom to be, then walk through the spaces of that person's hub. */
export function App() {
  const { theme, nextTheme, toNextTheme } = useTheme();
  const { path } = useAddress();
  const [config, setConfig] = useState<Config | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    hostApi.config(controller.signal).then(setConfig, (error: Error) => {
      if (!controller.signal.aborted) setProblem(error.message);
    });
    return () => controller.abort();
  }, []);

  if (problem !== null) {
    return (
      <main className="notice" role="alert">
        <p>{problem}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Try again
        </button>
      </main>
    );
  }
  if (config === null) return <main className="notice" aria-busy="true" />;

  if (path === '/kaltura-console') return <KalturaConsole kaltura={config.kaltura} />;

  const persona = config.personas.find(({ id }) => id === config.signedInAs);
  const hub = config.hubs.find(({ id }) => id === persona?.hub);
  const signIn = (id: string): void => {
    hostApi.signIn(id).then(
      () => setConfig({ ...config, signedInAs: id }),
      (error: Error) => setProblem(error.message),
    );
  };
  const signOut = (): void => {
    hostApi.signOut().then(
      () => setConfig({ ...config, signedInAs: null }),
      (error: Error) => setProblem(error.message),
    );
  };
  const themeButton = (
    <button type="button" className="button button--quiet theme-button" onClick={toNextTheme}>
      <span className="theme-button__icon" data-theme-icon={theme} aria-hidden="true" />
      <span className="visually-hidden">{`Look: ${theme}. Change to ${nextTheme}.`}</span>
    </button>
  );

  if (persona === undefined || hub === undefined) {
    return <EntryPage hubs={config.hubs} personas={config.personas} onChoose={signIn} themeButton={themeButton} />;
  }
  return (
    <HubPage
      // Another person starts from nothing: no state of the one before survives.
      key={persona.id}
      hub={hub}
      persona={persona}
      personas={config.personas}
      hubs={config.hubs}
      exchangeUrl={config.exchangeUrl}
      mediaHosts={config.mediaHosts}
      kaltura={config.kaltura}
      theme={theme}
      themeButton={themeButton}
      onSwitch={signIn}
      onSignOut={signOut}
    />
  );
}
