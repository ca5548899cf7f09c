import type { Service } from './protocol/Service.ts';
import { systemService } from './system/systemService.ts';

/** Every service the sandbox has; each lives with the things it is about. */
export const services: readonly Service[] = [systemService];
