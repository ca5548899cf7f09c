import { appTokenService } from './appToken/appTokenService.ts';
import { partnerService } from './partner/partnerService.ts';
import type { Service } from './protocol/Service.ts';
import { sessionService } from './session/sessionService.ts';
import { systemService } from './system/systemService.ts';
import { uploadTokenService } from './upload/uploadTokenService.ts';
import { userService } from './user/userService.ts';

/** Every service the sandbox has; each lives with the things it is about. */
export const services: readonly Service[] = [
  appTokenService,
  partnerService,
  sessionService,
  systemService,
  uploadTokenService,
  userService,
];
