export { systemClock } from './Clock.ts';
export { createKalturaApi } from './createKalturaApi.ts';
export { isStaleSession } from './toApiError.ts';
export {
  ExchangeError,
  KalturaApiError,
  KalturaClientError,
  KalturaForbiddenError,
  KalturaRateLimitError,
  NetworkError,
  UpstreamError,
} from '../errors.ts';
export {
  appTokenAdd,
  appTokenDelete,
  appTokenList,
  conversionProfileList,
  flavorParamsList,
  partnerGetInfo,
  partnerListForUser,
  sessionEnd,
  sessionGet,
  userLoginByKs,
  userLoginByLoginId,
} from '../services/accountRequests.ts';
export { getPlaybackContext } from '../services/baseEntryRequests.ts';
export { dashOf } from '../services/dashOf.ts';
export { flavorAssetGetByEntryId } from '../services/flavorAssetRequests.ts';
export { appTokenStartSession, startWidgetSession } from '../services/sessionRequests.ts';
export { mediaList } from '../services/mediaRequests.ts';
export { systemPing } from '../services/systemRequests.ts';
export { uploadTokenAdd, uploadTokenDelete } from '../services/uploadTokenRequests.ts';
export { userGet } from '../services/userRequests.ts';
export { createAppTokenSessionSource } from '../session/createAppTokenSessionSource.ts';
export { createStaticSessionSource } from '../session/createStaticSessionSource.ts';
export { tokenHash } from '../session/tokenHash.ts';
export { toServiceUrl } from '../urls/allowedUrl.ts';

export type { Clock } from './Clock.ts';
export type { CallTarget, KalturaApi, KalturaApiOptions } from './createKalturaApi.ts';
export type { FetchRequest } from './fetchText.ts';
export type {
  CallOptions,
  KalturaParam,
  KalturaRequest,
  MultirequestResult,
  MultirequestResults,
} from './KalturaRequest.ts';
export type { RetryOptions } from './retrying.ts';
export type {
  KalturaAppToken,
  KalturaConversionProfile,
  KalturaFlavorParams,
  KalturaPartnerName,
  KalturaSessionFields,
  SignInParams,
} from '../services/accountRequests.ts';
export type { KalturaList, KalturaPager } from '../services/mediaFilter.ts';
export type { KalturaSessionInfo, StartSessionParams } from '../services/sessionRequests.ts';
export type { KalturaUser } from '../services/userRequests.ts';
export type { AppToken, AppTokenSessionOptions } from '../session/createAppTokenSessionSource.ts';
export type { KalturaSession, SessionOptions, SessionSource } from '../session/KalturaSession.ts';
export type { HashType } from '../session/tokenHash.ts';
