import { parseMediaReference, type MediaReference } from '@spaces-kaltura/client';
import { FromKalturaTab } from '@spaces-kaltura/media-library';
import { useMemo } from 'react';
import type { NewItem, Space } from '../host/wire.ts';

/** The integration as a host embeds it: one tab that hands over references. Its provider stands around the whole hub. */
export function KalturaTab({ space, onHang }: { space: Space; onHang: (items: NewItem[]) => Promise<void> }) {
  const importedIds = useMemo(() => kalturaIds(space), [space]);
  return <FromKalturaTab importedIds={importedIds} onImport={(references) => onHang(references.map(toItem))} />;
}

function toItem(reference: MediaReference): NewItem {
  return { kind: 'kaltura', reference: { ...reference } };
}

/** The Kaltura entries that hang in a space already. */
function kalturaIds(space: Space): string[] {
  return space.items.flatMap((item) => {
    if (item.kind !== 'kaltura') return [];
    try {
      return [parseMediaReference(item.reference).entryId];
    } catch {
      return [];
    }
  });
}
