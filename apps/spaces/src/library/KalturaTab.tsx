import { FromKalturaTab } from '@spaces-kaltura/media-library';
import { useMemo } from 'react';
import type { NewItem, Space } from '../host/wire.ts';
import { kalturaIds, toItem } from './kalturaItems.ts';

/** The integration as a host embeds it: one tab that hands over references. Its provider stands around the whole hub. */
export function KalturaTab({ space, onHang }: { space: Space; onHang: (items: NewItem[]) => Promise<void> }) {
  const importedIds = useMemo(() => kalturaIds(space), [space]);
  return <FromKalturaTab importedIds={importedIds} onImport={(references) => onHang(references.map(toItem))} />;
}
