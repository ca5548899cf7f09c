import { KalturaSettings } from '@spaces-kaltura/media-library/settings';
import { useEffect, useMemo, useState } from 'react';
import type { Config, Hub } from '../host/wire.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';

/** The hub's settings. This little Spaces has one page of them: the Kaltura integration. */
export function HubSettings({
  hub,
  kaltura,
  onUnsavedChange,
}: {
  hub: Hub;
  kaltura: Config['kaltura'];
  onUnsavedChange: (unsaved: boolean) => void;
}) {
  // The demo's Kaltura is none of Kaltura's regions, so the host offers it.
  const services = useMemo(
    () => [{ url: kaltura.serviceUrl, name: 'Kaltura of this demo', consoleUrl: '/kaltura-console' }],
    [kaltura],
  );
  const [asking, setAsking] = useState<{ confirmed: () => void; refused: (reason: Error) => void } | null>(null);
  useEffect(() => {
    document.title = `Kaltura · ${hub.name} settings`;
    return () => {
      document.title = 'Spaces';
    };
  }, [hub.name]);

  return (
    <main className="settings">
      <header className="settings__header">
        <p className="settings__path">Hub settings › Integration</p>
        <h1>{hub.name}</h1>
      </header>
      <div className="settings__panel">
        <KalturaSettings
          services={services}
          onReauthenticate={() => new Promise((confirmed, refused) => setAsking({ confirmed, refused }))}
          onUnsavedChange={onUnsavedChange}
        />
      </div>
      <aside className="settings__demo" aria-label="About this demo">
        <h2>This is a demo</h2>
        <p>
          Its Kaltura is a sandbox on this machine, with two accounts. <strong>Kim</strong> administers both:
        </p>
        <dl>
          <dt>E-mail</dt>
          <dd>
            <code>{kaltura.admin.email}</code>
          </dd>
          <dt>Password</dt>
          <dd>
            <code>{kaltura.admin.password}</code>
          </dd>
        </dl>
        <p>
          To connect by hand, create the App Token in the{' '}
          <a href="/kaltura-console" target="_blank" rel="noreferrer">
            stand-in for Kaltura’s console
          </a>
          .
        </p>
      </aside>
      <ConfirmDialog
        open={asking !== null}
        onConfirmed={() => {
          asking?.confirmed();
          setAsking(null);
        }}
        onCancel={() => {
          asking?.refused(new DOMException('Not confirmed', 'AbortError'));
          setAsking(null);
        }}
      />
    </main>
  );
}
