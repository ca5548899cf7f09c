import { randomUUID } from 'node:crypto';
import type { NewItem, Space, SpaceItem } from '../src/host/wire.ts';

/** A space holds at most this many works: the store lives in memory. */
const MAX_ITEMS = 500;

export interface SpaceStore {
  list(hub: string): Space[];
  /** Does this Kaltura entry hang in a space of the hub? */
  shows(hub: string, entryId: string): boolean;
  /** Hangs works at the end of the wall. `undefined` when the hub has no such space, `'full'` when it has no room. */
  add(hub: string, spaceId: string, addedBy: string, items: NewItem[]): Space | 'full' | undefined;
  /** Takes one work down; taking it down twice is the same as once. `undefined` when the hub has no such space. */
  remove(hub: string, spaceId: string, itemId: string): Space | undefined;
}

export interface SeedSpace {
  hub: string;
  id: string;
  name: string;
  about: string;
  items: { addedBy: string; item: NewItem }[];
}

/** The spaces of all hubs, in memory: they outlive a reload of the page, not a restart of the demo. */
export function createSpaceStore(seeds: readonly SeedSpace[]): SpaceStore {
  const spaces = seeds.map(({ hub, id, name, about, items }) => ({
    hub,
    space: { id, name, about, items: items.map(({ addedBy, item }) => place(item, addedBy)) },
  }));
  const find = (hub: string, id: string): Space | undefined =>
    spaces.find((candidate) => candidate.hub === hub && candidate.space.id === id)?.space;

  return {
    list: (hub) => spaces.filter((candidate) => candidate.hub === hub).map(({ space }) => space),
    shows: (hub, entryId) =>
      spaces.some(
        (candidate) =>
          candidate.hub === hub &&
          candidate.space.items.some((item) => item.kind === 'kaltura' && item.reference['entryId'] === entryId),
      ),
    add(hub, spaceId, addedBy, items) {
      const space = find(hub, spaceId);
      if (space === undefined) return undefined;
      if (space.items.length + items.length > MAX_ITEMS) return 'full';
      space.items.push(...items.map((item) => place(item, addedBy)));
      return space;
    },
    remove(hub, spaceId, itemId) {
      const space = find(hub, spaceId);
      if (space !== undefined) space.items = space.items.filter((item) => item.id !== itemId);
      return space;
    },
  };
}

function place(item: NewItem, addedBy: string): SpaceItem {
  return { ...item, id: randomUUID(), addedBy };
}
