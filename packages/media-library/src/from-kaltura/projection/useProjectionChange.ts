'use client';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { projectionOf, setProjection, withProjection, type EntryProjection } from '@spaces-kaltura/client/spherical';
import { useState } from 'react';
import type { KalturaScope } from '../../provider/KalturaScope.ts';
import { useKaltura } from '../../provider/useKaltura.ts';
import { hasKnown, keepKnown } from '../../queries/knownEntries.ts';

/** One change of how an entry is shown, and what became of it. */
export interface ProjectionChange {
  readonly status: 'saving' | 'saved' | 'failed';
  /** As it was before. */
  readonly before: KalturaMediaEntry;
  /** As it is now, or will be once it is saved. */
  readonly now: KalturaMediaEntry;
  readonly wanted: EntryProjection;
  /** It takes an earlier change back. */
  readonly undoing: boolean;
  /** Why it failed, else null. */
  readonly error: unknown;
}

export interface UseProjectionChange {
  /** The latest change, until it is dismissed; a failure is told even when another change was made since. */
  readonly change: ProjectionChange | null;
  readonly apply: (entry: KalturaMediaEntry, wanted: EntryProjection) => void;
  readonly undo: () => void;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/**
 * Changes how entries are shown: in the library at once, in Kaltura as soon as it answers. What Kaltura refuses is shown
 * again as it was. A change goes on when the component unmounts.
 */
export function useProjectionChange(): UseProjectionChange {
  const { scope } = useKaltura();
  // Kept with its person: what was changed concerns nobody else.
  const [latest, setLatest] = useState<{ scope: KalturaScope; change: ProjectionChange } | null>(null);
  const change = latest?.scope === scope ? latest.change : null;

  const keep = (entry: KalturaMediaEntry): void => {
    if (hasKnown(scope)) keepKnown(scope, entry);
  };
  const run = async (before: KalturaMediaEntry, wanted: EntryProjection, undoing: boolean): Promise<void> => {
    const now = withProjection(before, wanted);
    const begun: ProjectionChange = { status: 'saving', before, now, wanted, undoing, error: null };
    setLatest({ scope, change: begun });
    keep(now);
    try {
      const saved = await setProjection(scope.client, before.id, wanted);
      keep(saved);
      setLatest((it) => (it?.change === begun ? { scope, change: { ...begun, status: 'saved', now: saved } } : it));
    } catch (error) {
      keep(before);
      setLatest((it) => (it?.scope === scope ? { scope, change: { ...begun, status: 'failed', error } } : it));
      // Whatever the error says of the call, Kaltura says what has become of the entry.
      await scope.client.media.get(before.id).then(keep, () => {});
    }
  };

  return {
    change,
    apply: (entry, wanted) => void run(entry, wanted, false),
    undo() {
      if (change) void run(change.now, projectionOf(change.before), true);
    },
    retry() {
      if (change) void run(change.before, change.wanted, change.undoing);
    },
    dismiss: () => setLatest(null),
  };
}
