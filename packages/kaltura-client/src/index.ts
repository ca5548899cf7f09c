export { createKalturaApi } from './api/createKalturaApi.ts';
export { createKalturaClient } from './createKalturaClient.ts';
export {
  ExchangeError,
  HostTokenError,
  KalturaApiError,
  KalturaClientError,
  KalturaForbiddenError,
  KalturaRateLimitError,
  MediaReferenceError,
  NetworkError,
  UpstreamError,
  WriteLostError,
} from './errors.ts';
export { createExchangeCaller } from './exchange/createExchangeCaller.ts';
export { exchangeErrors, isExchangeErrorCode } from './exchange/exchangeErrors.ts';
export { listMediaPage } from './paging/listMediaPage.ts';
export { resolvePlayback } from './playback/resolvePlayback.ts';
export { parseMediaReference } from './reference/parseMediaReference.ts';
export { toMediaReference } from './reference/toMediaReference.ts';
export { toSearchText } from './search/toSearchText.ts';
export { getPlaybackContext } from './services/baseEntryRequests.ts';
export { flavorAssetGetByEntryId } from './services/flavorAssetRequests.ts';
export {
  entryState,
  KalturaEntryStatus,
  KalturaMediaType,
  KalturaModerationStatus,
} from './services/KalturaMediaEntry.ts';
export { mediaAdd, mediaAddContent, mediaGet, mediaList, mediaUpdate } from './services/mediaRequests.ts';
export { isSpherical, stereoModeOf } from './services/spherical.ts';
export {
  KalturaUploadTokenStatus,
  uploadTokenAdd,
  uploadTokenDelete,
  uploadTokenGet,
  uploadTokenList,
} from './services/uploadTokenRequests.ts';
export { userGet } from './services/userRequests.ts';
export { createExchangePlaybackSource } from './session/createExchangePlaybackSource.ts';
export { createExchangeSessionSource } from './session/createExchangeSessionSource.ts';
export { createSessionSource } from './session/createSessionSource.ts';
export { createStaticSessionSource } from './session/createStaticSessionSource.ts';
export { allowedUrl } from './urls/allowedUrl.ts';
export { spriteUrl, thumbnailUrl } from './urls/thumbnailUrl.ts';

export type { Clock } from './api/Clock.ts';
export type { CallTarget, KalturaApi, KalturaApiOptions } from './api/createKalturaApi.ts';
export type { FetchRequest } from './api/fetchText.ts';
export type {
  CallOptions,
  KalturaParam,
  KalturaRequest,
  MultirequestResult,
  MultirequestResults,
} from './api/KalturaRequest.ts';
export type { RetryOptions } from './api/retrying.ts';
export type { KalturaClient, KalturaClientOptions } from './createKalturaClient.ts';
export type { ExchangeErrorInit, FieldFault, KalturaFault } from './errors.ts';
export type { CallExchange, ExchangeAccess, ExchangeCall, GetHostToken } from './exchange/createExchangeCaller.ts';
export type { ExchangeErrorCode, ExchangeErrorInfo, FixBy, NextStep, Retriable } from './exchange/exchangeErrors.ts';
export type { MediaCursor, MediaPage, MediaPageQuery } from './paging/MediaPage.ts';
export type { PlaybackCaption, PlaybackResult, PlaybackSources, UnplayableReason } from './playback/PlaybackResult.ts';
export type { ResolvePlaybackOptions } from './playback/resolvePlayback.ts';
export type { MediaReference, ReferenceMediaType } from './reference/MediaReference.ts';
export type { ParseReferenceOptions } from './reference/parseMediaReference.ts';
export type {
  KalturaPlaybackCaption,
  KalturaPlaybackContext,
  KalturaPlaybackSource,
} from './services/baseEntryRequests.ts';
export type { DashObstacle } from './services/dashOf.ts';
export type { KalturaFlavorState } from './services/flavorAssetRequests.ts';
export type { EntryState, KalturaMediaEntry } from './services/KalturaMediaEntry.ts';
export type { KalturaList, KalturaPager, MediaFilter, MediaListParams, MediaOrder } from './services/mediaFilter.ts';
export type { MediaEntryInit, MediaEntryInput } from './services/mediaRequests.ts';
export type { Projection, StereoMode } from './services/spherical.ts';
export type { KalturaUploadToken, UploadTokenFilter } from './services/uploadTokenRequests.ts';
export type { KalturaUser } from './services/userRequests.ts';
export type { ExchangeSessionOptions } from './session/exchangeSessions.ts';
export type { LoadSession, SessionSourceOptions } from './session/createSessionSource.ts';
export type { StaticSessionInit } from './session/createStaticSessionSource.ts';
export type { KalturaSession, PlaybackSessionSource, SessionOptions, SessionSource } from './session/KalturaSession.ts';
export type { UrlRules } from './urls/allowedUrl.ts';
export type { SpriteOptions, ThumbnailOptions } from './urls/thumbnailUrl.ts';
