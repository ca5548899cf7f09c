import type { UploadScope } from './fingerprint.ts';
import { UPLOAD_DATABASE } from './uploadDatabase.ts';

/**
 * Is anything of this person's unfinished in this browser? Tells whether it is worth loading what uploads, and loads
 * nothing itself. False where the browser keeps no records.
 */
export function hasUploadRecords({ hubId, userId }: UploadScope): Promise<boolean> {
  return new Promise((resolve) => {
    const no = (): void => resolve(false);
    if (typeof indexedDB === 'undefined') return no();
    const opening = indexedDB.open(UPLOAD_DATABASE.name);
    opening.addEventListener('error', no);
    // Nobody has uploaded here yet: the database is left to whoever does.
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
    opening.addEventListener('success', () => {
      const database = opening.result;
      const reading = database.transaction(UPLOAD_DATABASE.store).objectStore(UPLOAD_DATABASE.store).getAll();
      reading.addEventListener('error', no);
      reading.addEventListener('success', () => {
        const records = reading.result as readonly Partial<UploadScope>[];
        resolve(records.some((record) => record.hubId === hubId && record.userId === userId));
        database.close();
      });
    });
  });
}
