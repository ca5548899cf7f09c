'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import { Notice } from '../form/Notice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { stateLabel } from './stateLabel.ts';

export interface StateNoticeProps {
  connection: ConnectionAnswer;
  /** The page shows what a test has found. */
  tested: boolean;
}

/** Why nobody gets a session just now, and what helps. */
export function StateNotice({ connection, tested }: StateNoticeProps): ReactElement | null {
  const { m, format } = useSettings();
  const { state, paused_since: since } = connection;
  const advice = tested ? m.stateSeeTest : m.stateRunTest;
  const texts = {
    misconfigured: `${m.stateTextMisconfigured} ${advice}`,
    refused: `${m.stateTextRefused} ${advice}`,
    session_pool_killed: m.stateTextSessionsEnded,
    unreadable: m.stateTextUnreadable,
  };
  return (
    <>
      {state !== 'ok' && (
        <Notice tone="danger" title={stateLabel(m, state)}>
          <p>{texts[state]}</p>
        </Notice>
      )}
      {since !== null && (
        <Notice tone="warning" title={m.statePaused}>
          <p>{m.stateTextPaused(format.moment(since))}</p>
        </Notice>
      )}
    </>
  );
}
