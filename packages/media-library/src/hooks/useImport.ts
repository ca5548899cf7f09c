'use client';
import { toMediaReference, type KalturaMediaEntry, type MediaReference } from '@spaces-kaltura/client';
import { useRef, useState } from 'react';
import type { KalturaScope } from '../provider/KalturaScope.ts';
import { useKaltura } from '../provider/useKaltura.ts';
import { latestKnown } from '../queries/knownEntries.ts';

export type OnImport = (references: MediaReference[]) => void | Promise<void>;

export interface UseImport {
  /** `done` and `failed` last until the next import. */
  readonly status: 'idle' | 'importing' | 'done' | 'failed';
  /** How many entries the latest import is about. */
  readonly count: number;
  /** What `onImport` threw, when `failed`. */
  readonly error: unknown;
  /** Hands entries to the host, one import at a time: a second one meanwhile is ignored. Resolves to whether it worked. */
  readonly importEntries: (entries: readonly KalturaMediaEntry[]) => Promise<boolean>;
}

type State = Omit<UseImport, 'importEntries'>;

const idle: State = { status: 'idle', count: 0, error: null };

/** Gives entries to the host as references, and follows a host that takes its time. */
export function useImport(onImport: OnImport): UseImport {
  const { scope } = useKaltura();
  // Kept with its person: what comes of an import after somebody else has signed in concerns nobody any more.
  const [latest, setLatest] = useState<{ scope: KalturaScope; state: State }>({ scope, state: idle });
  const busy = useRef<KalturaScope>(null);

  const importEntries = async (entries: readonly KalturaMediaEntry[]): Promise<boolean> => {
    if (busy.current === scope || entries.length === 0) return false;
    busy.current = scope;
    const count = entries.length;
    setLatest({ scope, state: { status: 'importing', count, error: null } });
    const end = await attempt(async () => {
      const session = await scope.session.get();
      await onImport(entries.map((entry) => toMediaReference(latestKnown(scope, entry), session)));
    });
    if (busy.current === scope) busy.current = null;
    setLatest((now) => (now.scope === scope ? { scope, state: { ...end, count } } : now));
    return end.status === 'done';
  };
  return { ...(latest.scope === scope ? latest.state : idle), importEntries };
}

async function attempt(work: () => Promise<void>): Promise<Omit<State, 'count'>> {
  try {
    await work();
    return { status: 'done', error: null };
  } catch (error) {
    return { status: 'failed', error };
  }
}
