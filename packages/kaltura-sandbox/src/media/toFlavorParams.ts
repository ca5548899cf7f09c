import type { JsonObject } from '../protocol/json.ts';
import type { FlavorParams } from './flavorParams.ts';

/** The object of the API. The command lines of the encoders are left out. */
export function toFlavorParams(params: FlavorParams, createdAt: number): JsonObject {
  // Values that were once written down in the server's data come as texts, those that are defaults as numbers.
  const isStored = params.format !== '';
  const stored = (value: number): number | string => (isStored ? String(value) : value);
  const storedUntil3gp = (value: number): number | string => (params.format === '3gp' ? String(value) : value);
  return {
    id: params.id,
    partnerId: 0,
    name: params.name,
    systemName: params.id === 1 ? 'Mobile(3GP)' : params.name,
    description: params.description,
    createdAt,
    isSystemDefault: 1,
    tags: params.tags,
    requiredPermissions: [],
    sourceRemoteStorageProfileId: 0,
    mediaParserType: 0,
    videoCodec: params.videoCodec,
    videoBitrate: params.videoBitrate,
    audioCodec: params.audioCodec,
    audioBitrate: params.audioBitrate,
    audioChannels: params.audioChannels,
    audioSampleRate: params.audioSampleRate,
    width: params.width,
    height: params.height,
    frameRate: 0,
    gopSize: params.format === '3gp' ? 300 : 0,
    twoPass: false,
    deinterlice: 0,
    rotate: 0,
    engineVersion: isStored ? 0 : null,
    format: params.format,
    aspectRatioProcessingMode: stored(0),
    forceFrameToMultiplication16: stored(params.format === 'mp4' ? 0 : 1),
    isGopInSec: stored(0),
    isAvoidVideoShrinkFramesizeToSource: storedUntil3gp(0),
    isAvoidVideoShrinkBitrateToSource: storedUntil3gp(0),
    isVideoFrameRateForLowBrAppleHls: storedUntil3gp(0),
    anamorphicPixels: 0,
    isAvoidForcedKeyFrames: 0,
    forcedKeyFramesMode: 1,
    isCropIMX: 1,
    optimizationPolicy: 4,
    maxFrameRate: 0,
    videoConstantBitrate: 0,
    videoBitrateTolerance: 0,
    isEncrypted: 0,
    contentAwareness: 0.5,
    chunkedEncodeMode: 0,
    audioLanguages: [],
    objectType: 'KalturaFlavorParams',
  };
}
