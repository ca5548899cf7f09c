/** Where the browser keeps records of unfinished uploads. */
export const UPLOAD_DATABASE = 'spaces-kaltura-uploads';

const STORE = 'uploads';

/** Opens the database; makes it where it is missing, or with `make` false leaves that to whoever uploads first. */
export function openUploadDatabase(
  name: string = UPLOAD_DATABASE,
  { make = true }: { make?: boolean } = {},
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener('upgradeneeded', () => {
      if (make) opening.result.createObjectStore(STORE, { keyPath: 'id' });
      else opening.transaction?.abort();
    });
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? refused()));
  });
}

/** One request in a transaction of its own; what is written is safe once this resolves. */
export function inUploadStore<TResult>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<TResult>,
): Promise<TResult> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    transaction.addEventListener('complete', () => resolve(request.result));
    transaction.addEventListener('abort', () => reject(transaction.error ?? refused()));
  });
}

const refused = (): Error => new DOMException('The browser keeps no records', 'UnknownError');
