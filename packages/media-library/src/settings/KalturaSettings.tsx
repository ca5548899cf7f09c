'use client';
import type { ReactElement } from 'react';
import { lazy, useLazy } from '../hooks/useLazy.ts';
import { useMessages } from '../messages/useMessages.ts';
import { LibraryRoot } from '../parts/LibraryRoot.tsx';
import { ProblemView } from '../problems/ProblemView.tsx';
import { useKaltura } from '../provider/useKaltura.ts';
import type { KalturaService } from './KalturaService.ts';
import { LoadingSettings } from './LoadingSettings.tsx';

export interface KalturaSettingsProps {
  /** Kaltura services to choose from, before Kaltura's own regions. Keep the array's identity. */
  services?: readonly KalturaService[] | undefined;
  /**
   * Lets the host confirm who is there (a password, a passkey) and resolves when `getHostToken` gives tokens with a fresh
   * `auth_time`. Without it, the panel asks in words.
   */
  onReauthenticate?: (() => Promise<void>) | undefined;
  /** Something was entered that is not saved, or no longer: for hosts that go elsewhere within their page. */
  onUnsavedChange?: ((unsaved: boolean) => void) | undefined;
}

/** The panel with its forms and sentences, which only hub admins ever need. */
const panel = lazy(() => import('./SettingsPanel.tsx'));
const noServices: readonly KalturaService[] = [];

/**
 * The hub admin's panel: connects the hub to its Kaltura account, tests, changes and ends the connection. The hub and the
 * role come from the host token; whoever is no hub admin sees why it is closed.
 *
 * @example
 * <KalturaProvider exchangeUrl="/kaltura" getHostToken={signHostToken} hub={hub} userId={user.id}>
 *   <KalturaSettings onReauthenticate={askForPassword} />
 * </KalturaProvider>
 */
export function KalturaSettings({
  services = noServices,
  onReauthenticate,
  onUnsavedChange,
}: KalturaSettingsProps): ReactElement {
  const { scope, hub, theme } = useKaltura();
  const { t } = useMessages();
  const { loaded, problem, retrying, retry } = useLazy(panel);
  const { exchange } = scope;
  if (exchange === null) {
    throw new TypeError('KalturaSettings needs a KalturaProvider with exchangeUrl and getHostToken.');
  }
  return (
    <LibraryRoot theme={theme} locale={t.language}>
      {problem ? (
        <ProblemView problem={problem} retrying={retrying} onRetry={retry} />
      ) : loaded === null ? (
        <LoadingSettings />
      ) : (
        <loaded.SettingsPanel
          // Another hub or person starts from nothing.
          key={scope.key.join(' ')}
          scope={scope}
          hub={hub}
          exchange={exchange}
          services={services}
          onReauthenticate={onReauthenticate}
          onUnsavedChange={onUnsavedChange}
        />
      )}
    </LibraryRoot>
  );
}
