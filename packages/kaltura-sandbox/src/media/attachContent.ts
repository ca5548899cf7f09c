import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import type { UploadTokenRow } from '../upload/UploadTokenRow.ts';
import { probeMedia } from '../bytes/probe.ts';
import { convertEntry } from './convertEntry.ts';
import { type Entry, EntryStatus, MediaType } from './Entry.ts';
import { entryChanged } from './entryRows.ts';
import { FlavorAssetStatus } from './FlavorAsset.ts';
import { takeFailure } from './MediaState.ts';
import { newOriginal } from './newAsset.ts';

/**
 * Gives an entry the bytes of an upload token. A complete token is used up at once. An unfinished one leaves the entry at
 * IMPORT until its last byte arrives; so does a token that was used before, whose entry then waits for ever.
 *
 * @throws KalturaApiException `UPLOAD_TOKEN_NOT_FOUND`; whose token it is does not matter
 */
export async function attachToken(
  entry: Entry,
  tokenId: string,
  partner: PartnerState,
  sandbox: SandboxContext,
): Promise<void> {
  const token = partner.uploadTokens.get(tokenId);
  if (!token || token.status === TokenStatus.TIMED_OUT || token.status === TokenStatus.DELETED) {
    throw new KalturaApiException('UPLOAD_TOKEN_NOT_FOUND');
  }
  if (token.status === TokenStatus.FULL_UPLOAD) {
    await consume(token, entry, partner, sandbox);
    return;
  }
  entry.status = EntryStatus.IMPORT;
  entry.sourceType = UPLOADED_FILE;
  entryChanged(entry, partner, sandbox);
  const isImage = entry.mediaType === MediaType.IMAGE;
  const original = isImage ? null : newOriginal(entry, sandbox, FlavorAssetStatus.IMPORTING);
  if (original) partner.media.flavorAssets.set(entry.id, [original]);
  if (token.status === TokenStatus.CLOSED) return;

  token.attachedObjectType = original ? 'flavorAsset' : 'entry';
  token.attachedObjectId = original?.id ?? entry.id;
  // A token attached again belongs to the latter entry; the former is left waiting.
  token.onFull = [(row) => consume(row, entry, partner, sandbox)];
}

/**
 * For the older actions that take a complete token only.
 *
 * @throws KalturaApiException
 */
export function requireCompleteToken(tokenId: string, partner: PartnerState): void {
  const token = partner.uploadTokens.get(tokenId);
  if (!token) throw new KalturaApiException('UPLOADED_FILE_NOT_FOUND_BY_TOKEN');
  if (token.status !== TokenStatus.FULL_UPLOAD) {
    throw new KalturaApiException('UPLOAD_TOKEN_INVALID_STATUS_FOR_ADD_ENTRY');
  }
}

const TokenStatus = { FULL_UPLOAD: 2, CLOSED: 3, TIMED_OUT: 4, DELETED: 5 } as const;

const UPLOADED_FILE = '1';

async function consume(
  token: UploadTokenRow,
  entry: Entry,
  partner: PartnerState,
  sandbox: SandboxContext,
): Promise<void> {
  const contentId = token.bytesId ?? (await sandbox.bytes.create());
  token.bytesId = undefined;
  token.status = TokenStatus.CLOSED;
  token.updatedAt = sandbox.clock.now();
  if (entry.status === EntryStatus.DELETED) return;
  entry.sourceType = UPLOADED_FILE;
  if (takeFailure(partner.media, 'importing')) {
    entry.status = EntryStatus.ERROR_IMPORTING;
    entryChanged(entry, partner, sandbox);
    return;
  }
  if (entry.mediaType === MediaType.IMAGE) await becomeImage(entry, contentId, partner, sandbox);
  else convertEntry(entry, { contentId, fileName: token.fileName ?? '' }, partner, sandbox);
}

/** Images are READY in the same call. */
async function becomeImage(
  entry: Entry,
  contentId: string,
  partner: PartnerState,
  sandbox: SandboxContext,
): Promise<void> {
  const facts = await probeMedia(sandbox.bytes, contentId).catch(() => null);
  entry.contentId = contentId;
  entry.width = facts?.width ?? 0;
  entry.height = facts?.height ?? 0;
  entry.dataVersion = FIRST_DATA_VERSION;
  entry.thumbnailVersion = FIRST_DATA_VERSION;
  entry.status = EntryStatus.READY;
  entryChanged(entry, partner, sandbox);
}

/** Kaltura's version of the first file of an image. */
export const FIRST_DATA_VERSION = 100012;
