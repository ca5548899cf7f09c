'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Badge, type BadgeTone } from './Badge.tsx';
import { mediaName, statusName } from './entryWords.ts';
import type { IconName } from './Icon.tsx';
import type { LibraryEntry, LibraryEntryStatus } from './LibraryEntry.ts';

export interface EntryBadgesProps {
  entry: LibraryEntry;
}

/** The states that are worth a word. */
export function StatusBadge({ entry }: EntryBadgesProps): ReactElement | null {
  const { t } = useMessages();
  const look = looks[entry.status];
  if (!look) return null;
  return (
    <Badge tone={look.tone} icon={look.icon}>
      {statusName(entry.status, t)}
    </Badge>
  );
}

/** Already in the space. */
export function ImportedBadge(): ReactElement {
  const { t } = useMessages();
  return (
    <Badge tone="success" icon="check">
      {t.imported}
    </Badge>
  );
}

const looks: Partial<Record<LibraryEntryStatus, { tone: BadgeTone; icon: IconName }>> = {
  uploading: { tone: 'warning', icon: 'clock' },
  processing: { tone: 'warning', icon: 'clock' },
  moderated: { tone: 'warning', icon: 'clock' },
  failed: { tone: 'danger', icon: 'warning' },
  blocked: { tone: 'danger', icon: 'ban' },
  deleted: { tone: 'danger', icon: 'ban' },
};

/** Media type and length in the picture's corner. */
export function LengthBadge({ entry }: EntryBadgesProps): ReactElement {
  const { t, format } = useMessages();
  return (
    <Badge tone="overlay" icon={entry.mediaType} iconLabel={mediaName(entry.mediaType, t)}>
      {entry.durationMs === null || entry.status !== 'ready' ? null : format.duration(entry.durationMs)}
    </Badge>
  );
}

/** Only what Kaltura's exact tag marks. */
export function SphericalBadge({ tone = 'overlay' }: { tone?: BadgeTone }): ReactElement {
  const { t } = useMessages();
  return (
    <Badge tone={tone} icon="sphere">
      {t.spherical}
    </Badge>
  );
}
