import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { UPLOAD_DATABASE } from './uploadDatabase.ts';
import {
  createMemoryUploadRecords,
  isExpired,
  listed,
  type UploadRecord,
  type UploadRecords,
} from './UploadRecords.ts';

interface Schema extends DBSchema {
  uploads: { key: string; value: UploadRecord };
}

/**
 * Records in IndexedDB. Where it is refused (private windows, full disk), memory takes over: the upload goes on, only
 * resuming after a reload is lost.
 */
export function createIndexedDbUploadRecords(options: { name?: string; now?: () => number } = {}): UploadRecords {
  const { name = UPLOAD_DATABASE.name, now = Date.now } = options;
  const memory = createMemoryUploadRecords(now);
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(name, UPLOAD_DATABASE.version, {
      upgrade: (db) => void db.createObjectStore(UPLOAD_DATABASE.store, { keyPath: 'id' }),
    });
    return opening;
  };
  const orMemory = async <TResult>(
    work: (db: IDBPDatabase<Schema>) => Promise<TResult>,
    instead: () => Promise<TResult>,
  ): Promise<TResult> => {
    try {
      return await work(await database());
    } catch {
      opening = null;
      return instead();
    }
  };

  return {
    put: (record) =>
      orMemory(
        async (db) => void (await db.put('uploads', record)),
        () => memory.put(record),
      ),
    list: async (scope) => {
      const stored = await orMemory<UploadRecord[]>(
        (db) => db.getAll('uploads'),
        async () => [],
      );
      const expired = stored.filter((record) => isExpired(record, now()));
      await Promise.all(
        expired.map(({ id }) =>
          orMemory(
            (db) => db.delete('uploads', id),
            async () => {},
          ),
        ),
      );
      // What memory has was written later, when the database failed.
      const newest = new Map(
        [...listed(stored, scope, now()), ...(await memory.list(scope))].map((one) => [one.id, one]),
      );
      return listed([...newest.values()], scope, now());
    },
    remove: async (id) => {
      await memory.remove(id);
      await orMemory(
        (db) => db.delete('uploads', id),
        async () => {},
      );
    },
  };
}
