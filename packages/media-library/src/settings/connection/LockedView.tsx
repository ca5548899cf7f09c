'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import { StateView } from '../../parts/StateView.tsx';
import { Notice } from '../form/Notice.tsx';
import { useAdminMessage } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { Disconnect } from './Disconnect.tsx';

export interface LockedViewProps {
  /** What the hub has stored from when its plan included Kaltura. */
  connection: ConnectionAnswer | null;
  onDisconnected: () => void;
}

/** A hub whose plan has no Kaltura: the reason, and a way to take away what is stored of it. */
export function LockedView({ connection, onDisconnected }: LockedViewProps): ReactElement {
  const { m } = useSettings();
  const message = useAdminMessage('plan_not_entitled');
  return (
    <>
      {message && <StateView kind="locked" {...message} />}
      {connection && (
        <>
          <Notice tone="info" title={m.stateLockedTitle}>
            <p>{m.stateTextLocked}</p>
          </Notice>
          <Disconnect connection={connection} onDisconnected={onDisconnected} />
        </>
      )}
    </>
  );
}
