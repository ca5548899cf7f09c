import { inUploadStore, openUploadDatabase, UPLOAD_DATABASE } from './uploadDatabase.ts';
import {
  createMemoryUploadRecords,
  isExpired,
  listed,
  type UploadRecord,
  type UploadRecords,
} from './UploadRecords.ts';

/**
 * Records in IndexedDB. Where it is refused (private windows, full disk), memory takes over: the upload goes on, only
 * resuming after a reload is lost.
 */
export function createIndexedDbUploadRecords(options: { name?: string; now?: () => number } = {}): UploadRecords {
  const { name = UPLOAD_DATABASE, now = Date.now } = options;
  const memory = createMemoryUploadRecords(now);
  let opening: Promise<IDBDatabase> | null = null;
  const orMemory = async <TResult>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<TResult>,
    instead: () => Promise<TResult>,
  ): Promise<TResult> => {
    try {
      opening ??= openUploadDatabase(name);
      return await inUploadStore(await opening, mode, ask);
    } catch {
      opening = null;
      return instead();
    }
  };

  return {
    put: async (record) => {
      await orMemory<IDBValidKey>(
        'readwrite',
        (store) => store.put(record),
        () => memory.put(record).then(() => record.id),
      );
    },
    list: async (scope) => {
      const stored = await orMemory<UploadRecord[]>(
        'readonly',
        (store) => store.getAll(),
        async () => [],
      );
      await Promise.all(stored.filter((record) => isExpired(record, now())).map(({ id }) => forget(id)));
      // What memory has was written later, when the database failed.
      const newest = new Map(
        [...listed(stored, scope, now()), ...(await memory.list(scope))].map((one) => [one.id, one]),
      );
      return listed([...newest.values()], scope, now());
    },
    remove: async (id) => {
      await memory.remove(id);
      await forget(id);
    },
  };

  function forget(id: string): Promise<void> {
    return orMemory<undefined>(
      'readwrite',
      (store) => store.delete(id),
      async () => undefined,
    );
  }
}
