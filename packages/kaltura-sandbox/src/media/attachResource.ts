import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { Params } from '../protocol/Params.ts';
import type { Call } from '../protocol/Service.ts';
import { attachToken } from './attachContent.ts';
import { type Entry, EntryStatus, MediaType } from './Entry.ts';
import { entryChanged } from './entryRows.ts';
import { FlavorAssetStatus } from './FlavorAsset.ts';
import { takeFailure } from './MediaState.ts';
import { newOriginal } from './newAsset.ts';

/**
 * Gives an entry the content a `KalturaResource` speaks of. Without a resource nothing happens.
 *
 * @throws KalturaApiException
 */
export async function attachResource(entry: Entry, resource: Params | undefined, call: Call): Promise<void> {
  if (!resource) return;
  switch (resource.type) {
    case 'KalturaUploadedFileTokenResource':
      await attachToken(entry, required(resource, 'token'), call.partner, call.sandbox);
      return;
    case 'KalturaUrlResource':
      required(resource, 'url');
      importFromUrl(entry, call);
      return;
    default:
      throw new KalturaApiException('RESOURCE_TYPE_NOT_SUPPORTED', { RES_TYPE: resource.type });
  }
}

function required(resource: Params, name: string): string {
  const value = resource.string(name);
  if (value === undefined) {
    throw new KalturaApiException('PROPERTY_VALIDATION_CANNOT_BE_NULL', { PROP_NAME: `${resource.type}::${name}` });
  }
  return value;
}

/** The sandbox fetches nothing from elsewhere: such an import never ends, or fails at once where it was told to, as that of a picture does. */
export function importFromUrl(entry: Entry, { partner, sandbox }: Pick<Call, 'partner' | 'sandbox'>): void {
  const isImage = entry.mediaType === MediaType.IMAGE;
  const fails = takeFailure(partner.media, 'importing') || isImage;
  entry.status = fails ? EntryStatus.ERROR_IMPORTING : EntryStatus.IMPORT;
  if (!isImage) partner.media.flavorAssets.set(entry.id, [newOriginal(entry, sandbox, FlavorAssetStatus.IMPORTING)]);
  entry.sourceType = FROM_URL;
  entryChanged(entry, partner, sandbox);
}

const FROM_URL = '5';
