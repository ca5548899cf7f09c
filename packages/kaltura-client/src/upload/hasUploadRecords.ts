import type { UploadScope } from './fingerprint.ts';
import { inUploadStore, openUploadDatabase, UPLOAD_DATABASE } from './uploadDatabase.ts';

/**
 * Is anything of this person's unfinished in this browser? Tells whether it is worth loading what uploads, and loads
 * nothing itself. False where the browser keeps no records.
 */
export async function hasUploadRecords({ hubId, userId }: UploadScope): Promise<boolean> {
  try {
    const database = await openUploadDatabase(UPLOAD_DATABASE, { make: false });
    const records = await inUploadStore<Partial<UploadScope>[]>(database, 'readonly', (store) => store.getAll());
    database.close();
    return records.some((record) => record.hubId === hubId && record.userId === userId);
  } catch {
    return false;
  }
}
