import { createStore, type StoreApi } from 'zustand/vanilla';
import type { UploadItem } from './UploadItem.ts';
import type { UploadQueueState } from './UploadQueue.ts';
import { untilTrue } from './untilTrue.ts';
import { canDo, uploadReducer, type UploadEvent } from './uploadReducer.ts';

/** The uploads as everybody sees them, and every way in which they change. */
export interface UploadItems {
  readonly store: StoreApi<UploadQueueState>;
  all(): readonly UploadItem[];
  get(id: string): UploadItem | undefined;
  add(item: UploadItem): void;
  /** Puts another one in its place, or nothing. */
  replace(id: string, item: UploadItem | null): void;
  /** Several events happen at once: nobody sees what lies between. */
  dispatch(id: string, ...events: readonly UploadEvent[]): void;
  /** The same event for many at once. */
  dispatchAll(ids: ReadonlySet<string>, event: UploadEvent): void;
  /** For people's actions, which may come too late: answers whether it could be done. */
  attempt(id: string, event: UploadEvent, ...more: readonly UploadEvent[]): boolean;
  /** Resolves as soon as the item fulfils the condition; rejects with the signal's reason. */
  until(id: string, condition: (item: UploadItem) => boolean, signal: AbortSignal): Promise<void>;
}

export function createUploadItems(): UploadItems {
  const store = createStore<UploadQueueState>(() => ({ items: [], suspended: false }));

  const all = (): readonly UploadItem[] => store.getState().items;
  const get = (id: string): UploadItem | undefined => all().find((item) => item.id === id);
  const change = (to: (item: UploadItem) => UploadItem): void =>
    store.setState(({ items }) => ({ items: items.map(to) }));

  function dispatch(id: string, ...events: readonly UploadEvent[]): void {
    change((item) => (item.id === id ? events.reduce(uploadReducer, item) : item));
  }

  return {
    store,
    all,
    get,
    dispatch,
    add: (item) => store.setState(({ items }) => ({ items: [...items, item] })),
    replace: (id, other) =>
      store.setState(({ items }) => ({
        items: items.flatMap((item) => (item.id === id ? (other ?? []) : item)),
      })),
    dispatchAll: (ids, event) => change((item) => (ids.has(item.id) ? uploadReducer(item, event) : item)),
    attempt(id, event, ...more) {
      const item = get(id);
      if (!item || !canDo(item, event.type)) return false;
      dispatch(id, event, ...more);
      return true;
    },
    until(id, condition, signal) {
      const isSo = (): boolean => {
        const item = get(id);
        return item !== undefined && condition(item);
      };
      return untilTrue(store.subscribe, isSo, signal);
    },
  };
}
