import { type MediaFacts, probeMedia } from '../bytes/probe.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import { defaultProfileOf, findConversionProfile, NO_CONVERSION_PROFILE } from './conversionProfiles.ts';
import { type Entry, EntryStatus } from './Entry.ts';
import { entryChanged } from './entryRows.ts';
import { type FlavorAsset, FlavorAssetStatus } from './FlavorAsset.ts';
import { findFlavorParams } from './flavorParams.ts';
import { takeFailure } from './MediaState.ts';
import { newOriginal, newRendition } from './newAsset.ts';
import { planRenditions } from './planRenditions.ts';
import { type Transcode, transcodeNothing } from './Transcode.ts';

/** Bytes that an entry was given, and what the sender called them. */
export interface EntrySource {
  contentId: string;
  fileName: string;
}

/**
 * Starts the way of a video or sound to READY: the source is looked at after half of the conversion time, the renditions of
 * its profile are there after all of it. What cannot be played ends at ERROR_CONVERTING.
 */
export function convertEntry(entry: Entry, source: EntrySource, partner: PartnerState, sandbox: SandboxContext): void {
  const { clock, settings, bytes } = sandbox;
  const [attached] = partner.media.flavorAssets.get(entry.id) ?? [];
  const original = attached ?? newOriginal(entry, sandbox, FlavorAssetStatus.QUEUED);
  Object.assign(original, {
    status: FlavorAssetStatus.QUEUED,
    version: '2',
    fileExt: extensionOf(source.fileName),
    sizeInBytes: bytes.size(source.contentId),
    contentId: source.contentId,
    updatedAt: clock.now(),
  });
  partner.media.flavorAssets.set(entry.id, [original]);
  entry.status = EntryStatus.PRECONVERT;
  entry.conversionProfileId ??= defaultProfileOf(partner)?.id ?? NO_CONVERSION_PROFILE;
  entryChanged(entry, partner, sandbox);
  clock.schedule(settings.conversionTime / 2, () => lookAt(entry, original, source, partner, sandbox));
}

async function lookAt(
  entry: Entry,
  original: FlavorAsset,
  { contentId }: EntrySource,
  partner: PartnerState,
  sandbox: SandboxContext,
): Promise<void> {
  if (entry.status !== EntryStatus.PRECONVERT) return;
  const facts = await probeMedia(sandbox.bytes, contentId).catch(() => null);
  if (!facts) {
    giveUpLater(entry, original, partner, sandbox);
    return;
  }
  describe(original, facts);
  original.version = '12';
  original.tags = facts.contentType === 'video/mp4' && facts.videoCodec === 'avc1' ? 'source,web' : 'source';
  original.updatedAt = sandbox.clock.now();
  if (facts.kind === 'image') {
    becomeStill(entry, facts, partner, sandbox);
    return;
  }
  entry.durationMs = facts.durationMs;
  if (facts.kind === 'video') becomeVisible(entry, facts, partner, sandbox);

  const profile = findConversionProfile(partner, entry.conversionProfileId ?? NO_CONVERSION_PROFILE);
  const renditions = profile ? planRenditions(profile, facts.bitrate) : [];
  for (const { params, isApplicable, description } of renditions) {
    const status = isApplicable ? FlavorAssetStatus.CONVERTING : FlavorAssetStatus.NOT_APPLICABLE;
    addAsset(partner, { ...newRendition(entry, params, sandbox), status, description });
  }
  if (renditions.length === 0) finish(entry, partner, sandbox);
  else {
    const { conversionTime } = sandbox.settings;
    sandbox.clock.schedule(conversionTime / 2, () => makeRenditions(entry, original, facts, partner, sandbox));
  }
  if (entry.status === EntryStatus.PRECONVERT) entryChanged(entry, partner, sandbox);
}

/** A file that cannot be read is tried again and again; only when the time is over it counts as broken. */
function giveUpLater(entry: Entry, original: FlavorAsset, partner: PartnerState, sandbox: SandboxContext): void {
  sandbox.clock.schedule(sandbox.settings.conversionTime / 2, () => {
    if (entry.status !== EntryStatus.PRECONVERT) return;
    original.status = FlavorAssetStatus.ERROR;
    fail(entry, partner, sandbox);
  });
}

/** A picture in an entry of another kind is taken for a film of one frame, whose conversion never ends. */
function becomeStill(
  entry: Entry,
  { width, height }: MediaFacts,
  partner: PartnerState,
  sandbox: SandboxContext,
): void {
  Object.assign(entry, { width, height, durationMs: ONE_FRAME_MS });
  entryChanged(entry, partner, sandbox);
}

const ONE_FRAME_MS = 40;

/** The picture of a video appears as soon as the source was looked at. */
function becomeVisible(entry: Entry, facts: MediaFacts, partner: PartnerState, sandbox: SandboxContext): void {
  const now = sandbox.clock.now();
  entry.width = facts.width;
  entry.height = facts.height;
  entry.thumbnailVersion = FIRST_THUMBNAIL_VERSION;
  partner.media.thumbAssets.set(entry.id, [
    {
      id: sandbox.newId(),
      entryId: entry.id,
      partnerId: partner.id,
      createdAt: now,
      updatedAt: now,
      version: '12',
      tags: '',
      fileExt: 'jpg',
      sizeInBytes: Math.round((facts.width * facts.height) / 7),
      width: facts.width,
      height: facts.height,
    },
  ]);
}

/** Kaltura's version of the first picture of a video. */
export const FIRST_THUMBNAIL_VERSION = 100002;

/** With a real encoder this takes its own time, during which calls go on. */
async function makeRenditions(
  entry: Entry,
  original: FlavorAsset,
  facts: MediaFacts,
  partner: PartnerState,
  sandbox: SandboxContext,
): Promise<void> {
  if (entry.status !== EntryStatus.PRECONVERT) return;
  const transcode = takeFailure(partner.media, 'converting') ? refuse : sandbox.settings.transcode;
  const making = makeInOrder(entry, original, facts, transcode, partner, sandbox);
  if (transcode === transcodeNothing || transcode === refuse) await making;
}

const refuse: Transcode = () => Promise.reject(new TypeError('This conversion was to fail.'));

/**
 * One rendition after the other: the first makes the entry READY, what cannot be made becomes an ERROR and does not stop
 * the rest. Never rejects.
 */
async function makeInOrder(
  entry: Entry,
  original: FlavorAsset,
  facts: MediaFacts,
  transcode: Transcode,
  partner: PartnerState,
  sandbox: SandboxContext,
): Promise<void> {
  const assets = partner.media.flavorAssets.get(entry.id) ?? [];
  for (const asset of assets.filter(({ status }) => status === FlavorAssetStatus.CONVERTING)) {
    try {
      await makeRendition(asset, original, facts, transcode, sandbox);
      if (entry.status === EntryStatus.PRECONVERT) finish(entry, partner, sandbox);
    } catch {
      asset.status = FlavorAssetStatus.ERROR;
    }
  }
  if (entry.status === EntryStatus.PRECONVERT) fail(entry, partner, sandbox);
}

async function makeRendition(
  asset: FlavorAsset,
  original: FlavorAsset,
  facts: MediaFacts,
  transcode: Transcode,
  { bytes, clock }: SandboxContext,
): Promise<void> {
  const target = findFlavorParams(asset.flavorParamsId);
  if (!target || original.contentId === null) throw new TypeError(`asset ${asset.id} has nothing to be made from`);
  const { contentId } = await transcode({ bytes, contentId: original.contentId, facts, target });
  const made = contentId === original.contentId ? facts : await probeMedia(bytes, contentId);
  if (!made) throw new TypeError(`asset ${asset.id} came out unplayable`);
  Object.assign(asset, { contentId, sizeInBytes: bytes.size(contentId), version: '2', updatedAt: clock.now() });
  describe(asset, made);
}

function finish(entry: Entry, partner: PartnerState, sandbox: SandboxContext): void {
  entry.status = EntryStatus.READY;
  entryChanged(entry, partner, sandbox);
}

function fail(entry: Entry, partner: PartnerState, sandbox: SandboxContext): void {
  entry.status = EntryStatus.ERROR_CONVERTING;
  entryChanged(entry, partner, sandbox);
}

/** Writes what was found in the bytes onto an asset and makes it READY. */
export function describe(asset: FlavorAsset, facts: MediaFacts): void {
  asset.status = FlavorAssetStatus.READY;
  asset.width = facts.width;
  asset.height = facts.height;
  asset.bitrate = facts.bitrate;
  asset.frameRate = facts.frameRate;
  asset.containerFormat = containers[facts.contentType] ?? facts.contentType.replace(/^.*\//u, '');
  asset.videoCodecId = facts.videoCodec;
  asset.language = 'Undefined';
}

const containers: Readonly<Record<string, string>> = {
  'video/mp4': 'isom',
  'audio/x-m4a': 'isom',
  'audio/mpeg': 'mpeg audio',
  'audio/x-wav': 'wave',
};

function addAsset(partner: PartnerState, asset: FlavorAsset): void {
  const assets = partner.media.flavorAssets.get(asset.entryId) ?? [];
  partner.media.flavorAssets.set(asset.entryId, [...assets, asset]);
}

function extensionOf(fileName: string): string {
  return /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
