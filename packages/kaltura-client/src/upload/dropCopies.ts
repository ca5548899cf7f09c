import type { UploadRecord, UploadRecords } from './UploadRecords.ts';

/**
 * Two tabs that were given the same file have written a record each. Drops those of which nothing ever began, as long as
 * another one stands for the file; answers the others.
 */
export async function dropCopies(
  records: UploadRecords,
  remembered: readonly UploadRecord[],
): Promise<readonly UploadRecord[]> {
  const copies = new Set(remembered.filter((record, index) => isCopy(record, index, remembered)));
  await Promise.all([...copies].map(({ id }) => records.remove(id).catch(() => {})));
  return remembered.filter((record) => !copies.has(record));
}

const isCopy = (record: UploadRecord, at: number, remembered: readonly UploadRecord[]): boolean =>
  record.step === 'queued' &&
  remembered.some(
    ({ fingerprint, step }, index) =>
      fingerprint === record.fingerprint && (step === 'queued' ? index < at : step !== 'cancelled'),
  );
