import { EntryStatus } from '../media/Entry.ts';
import { findEntryAnywhere } from '../media/entryRows.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { DeliveryPath } from './deliveryPath.ts';
import { deliveryError, DeliveryError } from './deliveryResponses.ts';
import { fileResponse } from './fileResponse.ts';
import { cachedThumbnail } from './pictures/cachedThumbnail.ts';
import { findPicture, findUploadedPicture } from './pictures/findPicture.ts';
import { readThumbnailParams } from './thumbnailParams.ts';

/**
 * A picture of an entry in the size that the path asks for; frames and filmstrips (`vid_sec`, `vid_slices`)
 * of videos; or of an upload that has no entry yet (`upload_token_id`). No KS is asked for.
 */
export async function thumbnail(request: Request, path: DeliveryPath, sandbox: SandboxContext): Promise<Response> {
  const params = readThumbnailParams(path.params);
  const tokenId = path.params.get('upload_token_id');
  const found = findEntryAnywhere(sandbox, path.params.get('entry_id') ?? '');
  const isGone = !found || found.entry.status === EntryStatus.DELETED;
  if (isGone && tokenId === undefined) return deliveryError(DeliveryError.ENTRY_NOT_FOUND);
  const picture = isGone
    ? await findUploadedPicture(tokenId ?? '', params, sandbox)
    : await findPicture(found.entry, found.partner, params, sandbox);
  if (!picture) return deliveryError(DeliveryError.MISSING_THUMBNAIL);
  const { blob, contentType } = await cachedThumbnail(sandbox, picture, params);
  return fileResponse(request, sandbox.bytes, blob, contentType, {
    'Cache-Control': 'public, max-age=3600, max-stale=0',
  });
}
