import type { SandboxContext } from '../SandboxContext.ts';
import type { Entry } from './Entry.ts';
import { type FlavorAsset, FlavorAssetStatus } from './FlavorAsset.ts';
import type { FlavorParams } from './flavorParams.ts';

/** The asset of the uploaded file. */
export function newOriginal(entry: Entry, sandbox: SandboxContext, status: FlavorAsset['status']): FlavorAsset {
  return { ...newAsset(entry, sandbox), flavorParamsId: 0, isOriginal: true, tags: 'source', status };
}

/** The asset of a rendition that has no bytes yet. */
export function newRendition(entry: Entry, params: FlavorParams, sandbox: SandboxContext): FlavorAsset {
  return {
    ...newAsset(entry, sandbox),
    flavorParamsId: params.id,
    isOriginal: false,
    tags: params.tags,
    fileExt: params.format,
    status: FlavorAssetStatus.CONVERTING,
  };
}

function newAsset(
  entry: Entry,
  sandbox: SandboxContext,
): Omit<FlavorAsset, 'flavorParamsId' | 'isOriginal' | 'tags' | 'status'> {
  const now = sandbox.clock.now();
  return {
    id: sandbox.newId(),
    entryId: entry.id,
    partnerId: entry.partnerId,
    createdAt: now,
    updatedAt: now,
    version: '0',
    fileExt: '',
    sizeInBytes: 0,
    description: '',
    width: 0,
    height: 0,
    bitrate: 0,
    frameRate: 0,
    containerFormat: null,
    videoCodecId: null,
    language: null,
    contentId: null,
  };
}
