import { parseMediaReference, type MediaReference } from '@spaces-kaltura/client';
import { FromKalturaTab, KalturaProvider } from '@spaces-kaltura/media-library';
import { useMemo } from 'react';
import type { Theme } from '../host/useTheme.ts';
import type { Hub, NewItem, Space } from '../host/wire.ts';
import { useKaltura } from '../space/KalturaContext.ts';

/** The whole integration, as a host embeds it: a provider for this person in this hub, and the tab. */
export function KalturaTab({
  hub,
  userId,
  space,
  theme,
  onHang,
}: {
  hub: Hub;
  userId: string;
  space: Space;
  theme: Theme;
  onHang: (items: NewItem[]) => Promise<void>;
}) {
  const { session } = useKaltura();
  const importedIds = useMemo(() => kalturaIds(space), [space]);
  return (
    <KalturaProvider session={session} hub={hub} userId={userId} theme={theme}>
      <FromKalturaTab importedIds={importedIds} onImport={(references) => onHang(references.map(toItem))} />
    </KalturaProvider>
  );
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
