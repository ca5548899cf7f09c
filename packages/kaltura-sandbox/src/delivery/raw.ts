import { sniffContentType } from '../bytes/sniff.ts';
import { type Entry, EntryStatus, MediaType } from '../media/Entry.ts';
import { findEntryAnywhere, flavorAssetsOf } from '../media/entryRows.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { DeliveryPath } from './deliveryPath.ts';
import { deliveryError, DeliveryError } from './deliveryResponses.ts';
import { fileResponse } from './fileResponse.ts';

/** The file as it was uploaded. An image comes at once; a video is sent on to a path that ends in its own name. */
export async function raw(request: Request, path: DeliveryPath, sandbox: SandboxContext): Promise<Response> {
  const found = findEntryAnywhere(sandbox, path.params.get('entry_id') ?? '');
  if (!found || found.entry.status === EntryStatus.DELETED) return deliveryError(DeliveryError.ENTRY_NOT_FOUND);
  const { entry, partner } = found;
  const original = flavorAssetsOf(partner, entry.id).find((asset) => asset.isOriginal);
  const contentId = entry.mediaType === MediaType.IMAGE ? entry.contentId : (original?.contentId ?? null);
  if (contentId === null) return deliveryError(DeliveryError.FLAVOR_NOT_FOUND);

  const { pathname, searchParams } = new URL(request.url);
  const contentType = sniffContentType(await sandbox.bytes.slice(contentId, 0, 4096));
  if (entry.mediaType !== MediaType.IMAGE && !searchParams.has('relocate')) {
    const extension = original?.fileExt || 'mp4';
    const plain = pathname.replace(/\/$/, '');
    return new Response(null, {
      status: 302,
      headers: {
        'Cache-Control': 'no-store, no-cache, must-revalidate, post-check=0, pre-check=0',
        'X-Kaltura-ACP': '2',
        'Content-Disposition': attachment(entry, ''),
        Location: `${plain}/${fileName(entry).replaceAll(' ', '-')}.${extension}?relocate=f.${extension}`,
        'Content-Type': 'text/html; charset=UTF-8',
      },
    });
  }
  const extension = contentType === 'image/jpeg' ? '.jpg' : contentType.replace(/^.*\//, '.');
  return fileResponse(request, sandbox.bytes, contentId, contentType, {
    'Cache-Control': 'public, max-age=8640000, max-stale=0',
    'X-Kaltura-ACP': '2',
    'Content-Disposition': attachment(entry, entry.mediaType === MediaType.IMAGE ? extension : ''),
  });
}

function attachment(entry: Entry, extension: string): string {
  return `attachment; filename="${fileName(entry)}${extension}"`;
}

/** A header holds plain ASCII, and a path segment no slash. */
function fileName({ name }: Entry): string {
  return name.replaceAll(/[^\w ().,-]/g, '_').slice(0, 200);
}
