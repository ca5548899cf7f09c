'use client';
import type { AuditRow, ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useState } from 'react';
import { useSettings } from '../SettingsContext.ts';

/** What somebody else made of the connection while this was being prepared. */
export interface Conflict {
  /** Null: they disconnected the hub. */
  readonly theirs: ConnectionAnswer | null;
  /** Their change, where the history tells. */
  readonly by: AuditRow | null;
}

export interface UseConflict {
  readonly conflict: Conflict | null;
  /** Finds out what it is about. */
  readonly look: () => Promise<void>;
  readonly clear: () => void;
}

export function useConflict(): UseConflict {
  const { admin } = useSettings();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  return {
    conflict,
    async look() {
      const latest = admin.audit.list({ limit: 1 }).then(
        ({ rows }) => rows[0] ?? null,
        () => null,
      );
      const [theirs, by] = await Promise.all([admin.connection.get(), latest]);
      setConflict({ theirs, by });
    },
    clear: () => setConflict(null),
  };
}
