'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useRef, useState } from 'react';
import { useSettings } from '../SettingsContext.ts';
import { isRefusal, useAdminAction, type AdminAction } from './useAdminAction.ts';
import { useAcceptConnection } from './useConnection.ts';

type Work = (signal: AbortSignal) => Promise<ConnectionAnswer>;

/** A change without a form: pausing, ending a rotation. */
export interface ConnectionChangeAction extends Pick<AdminAction, 'status' | 'problem'> {
  /** Somebody else changed the connection first; their state is shown by now. */
  readonly overtaken: boolean;
  /** Answers the connection afterwards, or null when nothing was changed. */
  readonly run: (work: Work) => Promise<ConnectionAnswer | null>;
  /** Does the last one again. */
  readonly again: () => Promise<ConnectionAnswer | null>;
}

/** @param onGone Somebody else disconnected the hub first. */
export function useConnectionChange(onGone: () => void): ConnectionChangeAction {
  const { admin } = useSettings();
  const action = useAdminAction();
  const accept = useAcceptConnection();
  const [overtaken, setOvertaken] = useState(false);
  const last = useRef<Work | null>(null);

  async function run(work: Work): Promise<ConnectionAnswer | null> {
    last.current = work;
    setOvertaken(false);
    const result = await action.run(async (signal) => {
      try {
        return { mine: true, connection: await work(signal) };
      } catch (error) {
        if (!isRefusal(error, 'changed_meanwhile') && !isRefusal(error, 'not_connected')) throw error;
        return { mine: false, connection: await admin.connection.get({ signal }) };
      }
    });
    if (!result?.done) return null;
    const { mine, connection } = result.value;
    setOvertaken(!mine);
    accept(connection);
    if (connection === null) onGone();
    return mine ? connection : null;
  }

  return {
    status: action.status,
    problem: action.problem,
    overtaken,
    run,
    again: async () => (last.current === null ? null : run(last.current)),
  };
}
