import { inUploadStore, openUploadDatabase } from './uploadDatabase.ts';

/** Of nobody's upload: no list has it. */
const PROBE = { id: 'probe' };

/** Does this browser keep records beyond the page? Some private windows and full disks do not: a reload then forgets uploads. */
export async function keepsUploadRecords(): Promise<boolean> {
  try {
    const database = await openUploadDatabase();
    await inUploadStore(database, 'readwrite', (store) => store.put(PROBE));
    await inUploadStore(database, 'readwrite', (store) => store.delete(PROBE.id));
    database.close();
    return true;
  } catch {
    return false;
  }
}
