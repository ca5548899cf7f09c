import { appTokenService } from './appToken/appTokenService.ts';
import { baseEntryService } from './media/baseEntryService.ts';
import { conversionProfileAssetParamsService } from './media/conversionProfileAssetParamsService.ts';
import { conversionProfileService } from './media/conversionProfileService.ts';
import { flavorAssetService } from './media/flavorAssetService.ts';
import { flavorParamsService } from './media/flavorParamsService.ts';
import { mediaService } from './media/mediaService.ts';
import { thumbAssetService } from './media/thumbAssetService.ts';
import { partnerService } from './partner/partnerService.ts';
import type { Service } from './protocol/Service.ts';
import { sessionService } from './session/sessionService.ts';
import { systemService } from './system/systemService.ts';
import { uploadTokenService } from './upload/uploadTokenService.ts';
import { userService } from './user/userService.ts';

/** Every service the sandbox has; each lives with the things it is about. */
export const services: readonly Service[] = [
  appTokenService,
  baseEntryService,
  conversionProfileAssetParamsService,
  conversionProfileService,
  flavorAssetService,
  flavorParamsService,
  mediaService,
  partnerService,
  sessionService,
  systemService,
  thumbAssetService,
  uploadTokenService,
  userService,
];
