import { parseMediaReference, type MediaReference } from '@spaces-kaltura/client';
import type { NewItem, Space } from '../host/wire.ts';

export function toItem(reference: MediaReference): NewItem {
  return { kind: 'kaltura', reference: { ...reference } };
}

/** The Kaltura entries that hang in a space already. */
export function kalturaIds(space: Space): string[] {
  return space.items.flatMap((item) => {
    if (item.kind !== 'kaltura') return [];
    try {
      return [parseMediaReference(item.reference).entryId];
    } catch {
      return [];
    }
  });
}
