'use client';
import { createExchangeAdmin } from '@spaces-kaltura/client/admin';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { settingsFeature } from '../messages/settings/settingsFeature.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Badge, type BadgeTone } from '../parts/Badge.tsx';
import { ProblemView } from '../problems/ProblemView.tsx';
import type { ExchangeAccess } from '@spaces-kaltura/client';
import type { Hub, KalturaScope } from '../provider/KalturaScope.ts';
import { ConnectionView } from './connection/ConnectionView.tsx';
import { LockedView } from './connection/LockedView.tsx';
import { stateLabel } from './connection/stateLabel.ts';
import { useConnection } from './hooks/useConnection.ts';
import { useConnectionTest } from './hooks/useConnectionTest.ts';
import { useFocusTarget } from './hooks/useFocusTarget.ts';
import { useServices, type UseServices } from './hooks/useServices.ts';
import { useLeaveGuard } from './hooks/useUnsaved.ts';
import { kalturaServices, serviceName, type KalturaService } from './KalturaService.ts';
import { LoadingSettings } from './LoadingSettings.tsx';
import { SettingsContext, useSettings } from './SettingsContext.ts';
import { createSettingsFormats } from './SettingsFormats.ts';
import { SetupView } from './setup/SetupView.tsx';

export interface SettingsPanelProps {
  scope: KalturaScope;
  hub: Hub;
  exchange: ExchangeAccess;
  services: readonly KalturaService[];
  onReauthenticate: (() => Promise<void>) | undefined;
  onUnsavedChange: ((unsaved: boolean) => void) | undefined;
}

/** The settings with everything they need; loaded when somebody opens them. */
export function SettingsPanel({
  scope,
  hub,
  exchange,
  services,
  onReauthenticate,
  onUnsavedChange,
}: SettingsPanelProps): ReactElement {
  const m = useFeatureMessages(settingsFeature);
  const { format: formats } = useMessages();
  const setUnsaved = useLeaveGuard(onUnsavedChange);
  const admin = useMemo(() => createExchangeAdmin(exchange), [exchange]);
  const format = useMemo(() => createSettingsFormats(formats), [formats]);
  const known = useMemo(() => [...services, ...kalturaServices(m)], [services, m]);
  const { waiting, locked, ...offered } = useServices({ admin, scope }, known);
  const [, , userId] = scope.key;
  const value = { admin, scope, hub, userId, m, format, ...offered, onReauthenticate, setUnsaved };
  return (
    <SettingsContext value={value}>
      <Settings waiting={waiting} locked={locked} />
    </SettingsContext>
  );
}

/** `waiting`: what a hub can be connected to is not known yet; `locked`: to nothing, by its plan. */
function Settings({ waiting, locked }: Pick<UseServices, 'waiting' | 'locked'>): ReactElement {
  const { m, hub, services } = useSettings();
  const { connection, problem, retrying, retry, reload } = useConnection();
  const test = useConnectionTest({ onDone: reload, onGone: () => void reload().then(disconnected) });
  const [justSaved, setJustSaved] = useState(false);
  const [news, setNews] = useState('');
  const title = useId();
  const [heading, toTop] = useFocusTarget<HTMLHeadingElement>();

  if (connection === undefined || waiting) {
    if (problem === null) return <LoadingSettings label={m.loading} />;
    return <ProblemView problem={problem} message={m.problems[problem.code]} retrying={retrying} onRetry={retry} />;
  }

  const saved = (): void => {
    toTop();
    setJustSaved(true);
    setNews('');
    void test.run();
  };
  const disconnected = (): void => {
    toTop();
    setJustSaved(false);
    test.clear();
    setNews(m.disconnected);
  };
  const status = toStatus(connection);
  return (
    <section className="sk-settings" aria-labelledby={title} data-status={status.name}>
      <header className="sk-settings-head">
        <h2 ref={heading} id={title} tabIndex={-1}>
          {m.title}
        </h2>
        <Badge tone={status.tone}>{status.label}</Badge>
        {(connection !== null || !locked) && (
          <p className="sk-muted">
            {connection === null ? (
              <bdi>{m.intro(hub.name)}</bdi>
            ) : (
              <bdi>{m.accountOf(connection.partner_id, serviceName(services, connection.service_url))}</bdi>
            )}
          </p>
        )}
      </header>
      <p role="status" className={news === '' ? 'sk-hidden' : 'sk-news'}>
        {news}
      </p>
      {locked ? (
        <LockedView connection={connection} onDisconnected={disconnected} />
      ) : connection === null ? (
        <SetupView
          onConnected={saved}
          onDiscard={() => {
            toTop();
            setJustSaved(false);
          }}
        />
      ) : (
        <ConnectionView
          connection={connection}
          test={test}
          justSaved={justSaved}
          onTest={() => {
            setJustSaved(false);
            void test.run();
          }}
          onSaved={saved}
          onDisconnected={disconnected}
        />
      )}
    </section>
  );

  function toStatus(now: ConnectionAnswer | null): { name: string; label: string; tone: BadgeTone } {
    if (locked) return { name: 'locked', label: m.stateLocked, tone: 'neutral' };
    if (now === null) return { name: 'not_connected', label: m.stateNotConnected, tone: 'neutral' };
    if (now.state !== 'ok') return { name: now.state, label: stateLabel(m, now.state), tone: 'danger' };
    if (now.paused_since !== null) return { name: 'paused', label: m.statePaused, tone: 'warning' };
    return { name: 'ok', label: m.stateOk, tone: 'success' };
  }
}
