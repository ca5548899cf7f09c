'use client';
import type { ConnectionTestAnswer } from '@spaces-kaltura/client/exchange';
import { useState } from 'react';
import type { Problem } from '../../problems/Problem.ts';
import { useSettings } from '../SettingsContext.ts';
import { isRefusal, useAdminAction } from './useAdminAction.ts';

export interface ConnectionTest {
  readonly status: 'idle' | 'running' | 'done' | 'failed';
  readonly answer: ConnectionTestAnswer | null;
  /** Why the test itself could not be run. */
  readonly problem: Problem | null;
  /** Clears old results and tests the connection as it is stored now; a test of how it was before is given up. */
  readonly run: () => Promise<void>;
  readonly clear: () => void;
}

export interface ConnectionTestOptions {
  /** Kaltura has said something new about the connection. */
  onDone: () => Promise<void>;
  /** Somebody else disconnected the hub. */
  onGone: () => void;
}

export function useConnectionTest({ onDone, onGone }: ConnectionTestOptions): ConnectionTest {
  const { admin } = useSettings();
  const action = useAdminAction();
  const [answer, setAnswer] = useState<ConnectionTestAnswer | null>(null);
  return {
    status: action.status === 'busy' ? 'running' : action.status === 'failed' ? 'failed' : answer ? 'done' : 'idle',
    answer,
    problem: action.problem,
    async run() {
      setAnswer(null);
      action.stop();
      const result = await action.run((signal) => admin.connection.test(undefined, { signal }));
      if (result === null) return;
      if (!result.done) {
        if (isRefusal(result.error, 'not_connected')) onGone();
        return;
      }
      setAnswer(result.value);
      await onDone();
    },
    clear() {
      setAnswer(null);
      action.stop();
    },
  };
}
