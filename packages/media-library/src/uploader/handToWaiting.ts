import type { UploadQueue } from '@spaces-kaltura/client/upload';
import type { PickedFile } from '../uploads/PickedFile.ts';

/** Hands a file to the upload that waits for it since a reload; answers whether there is one, among those of `ids`. */
export async function handToWaiting(
  queue: UploadQueue,
  { file, handle }: PickedFile,
  ids?: readonly string[],
): Promise<boolean> {
  for (const { id, size, waitingFor } of queue.store.getState().items) {
    if (waitingFor !== 'file' || size !== file.size || ids?.includes(id) === false) continue;
    if (await queue.chooseFile(id, file, handle)) return true;
  }
  return false;
}
