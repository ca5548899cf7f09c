import type { SandboxContext } from '../SandboxContext.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import { type EntryPictures, entryPictures } from '../delivery/pictures/entryPictures.ts';
import { ensureUser } from '../user/users.ts';
import { FIRST_DATA_VERSION } from './attachContent.ts';
import { defaultProfileOf } from './conversionProfiles.ts';
import { type Entry, type EntryProperty, EntryStatus, MediaType } from './Entry.ts';
import { insertEntry, newEntry } from './entryRows.ts';
import { FlavorAssetStatus } from './FlavorAsset.ts';
import { findFlavorParams } from './flavorParams.ts';
import { newOriginal, newRendition } from './newAsset.ts';
import { normalizeAdminTags, normalizeTags } from './normalizeTags.ts';

/** An entry to seed an account with. Times are unix seconds. */
export interface SandboxEntryInit {
  name: string;
  /** 1 video, 2 image, 5 audio. */
  mediaType: number;
  userId: string;
  id?: string;
  description?: string;
  tags?: string;
  adminTags?: string;
  /** READY (2) by default. */
  status?: Entry['status'];
  createdAt?: number;
  updatedAt?: number;
  durationMs?: number;
  width?: number;
  height?: number;
  plays?: number;
  views?: number;
  lastPlayedAt?: number;
  partnerData?: string;
  referenceId?: string;
  /** Publishes it in categories with these privacy contexts, see {@link isEntitled}. */
  contexts?: readonly string[];
  /** `authenticated`: only sessions that may `sview` it play it, see {@link mayPlay}. `open` by default. */
  accessControl?: Entry['accessControl'];
  /** The file, as an id of the sandbox's byte store; several entries may share one. */
  contentId?: string;
  fileExt?: string;
  /** The flavors a READY video or sound has besides its source; all of them play the same file. */
  flavorParamsIds?: readonly number[];
  /** Pictures of a video, for hosts that cannot take frames out of it: ids of the byte store. */
  pictures?: EntryPictures;
}

/** Seeds one entry, as if it had been uploaded and converted long ago. */
export function addEntry(partner: PartnerState, init: SandboxEntryInit, sandbox: SandboxContext): Entry {
  const owner = ensureUser(partner, init.userId, sandbox.clock.now());
  const status = init.status ?? EntryStatus.READY;
  const entry: Entry = {
    ...newEntry(partner, sandbox, {
      mediaType: init.mediaType,
      userId: owner.id,
      ...(init.createdAt === undefined ? {} : { createdAt: init.createdAt }),
    }),
    ...(init.id === undefined ? {} : { id: init.id }),
    name: init.name,
    description: init.description ?? '',
    tags: normalizeTags(init.tags ?? ''),
    adminTags: init.adminTags === undefined ? null : normalizeAdminTags(init.adminTags),
    status,
    sourceType: '1',
    width: init.width ?? null,
    height: init.height ?? null,
    durationMs: init.durationMs ?? 0,
    plays: init.plays ?? 0,
    views: init.views ?? 0,
    lastPlayedAt: init.lastPlayedAt ?? null,
    properties: propertiesOf(init),
    contexts: init.contexts ?? [],
    accessControl: init.accessControl ?? 'open',
  };
  entry.updatedAt = init.updatedAt ?? entry.createdAt;
  if (entry.mediaType === MediaType.IMAGE) giveImage(entry, init);
  else giveRenditions(entry, init, partner, sandbox);
  if (init.pictures) entryPictures(sandbox).set(entry.id, init.pictures);
  insertEntry(entry, partner, sandbox);
  return entry;
}

function propertiesOf({ partnerData, referenceId }: SandboxEntryInit): Record<string, EntryProperty> {
  return {
    ...(partnerData === undefined ? {} : { partnerData }),
    ...(referenceId === undefined ? {} : { referenceId }),
  };
}

function giveImage(entry: Entry, { contentId }: SandboxEntryInit): void {
  if (contentId === undefined) return;
  entry.contentId = contentId;
  entry.dataVersion = FIRST_DATA_VERSION;
  entry.thumbnailVersion = FIRST_DATA_VERSION;
}

function giveRenditions(
  entry: Entry,
  { contentId, fileExt = 'mp4', flavorParamsIds = [2] }: SandboxEntryInit,
  partner: PartnerState,
  sandbox: SandboxContext,
): void {
  entry.conversionProfileId = defaultProfileOf(partner)?.id ?? null;
  if (contentId === undefined || entry.status !== EntryStatus.READY) return;
  if (entry.mediaType === MediaType.VIDEO) entry.thumbnailVersion = 100002;
  const sizeInBytes = sandbox.bytes.size(contentId);
  const made = {
    contentId,
    sizeInBytes,
    status: FlavorAssetStatus.READY,
    width: entry.width ?? 0,
    height: entry.height ?? 0,
    bitrate: entry.durationMs === 0 ? 0 : Math.round((sizeInBytes * 8) / entry.durationMs),
    language: 'Undefined',
    createdAt: entry.createdAt,
    updatedAt: entry.createdAt,
  };
  const original = { ...newOriginal(entry, sandbox, FlavorAssetStatus.READY), ...made, version: '12', fileExt };
  const renditions = flavorParamsIds
    .flatMap((id) => findFlavorParams(id) ?? [])
    .map((params) => ({ ...newRendition(entry, params, sandbox), ...made, version: '2', fileExt }));
  partner.media.flavorAssets.set(entry.id, [original, ...renditions]);
}
