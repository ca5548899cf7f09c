import type { KalturaRequest } from '../api/KalturaRequest.ts';
import { UnexpectedShape } from './read.ts';

/** `system.ping`: is Kaltura there? Needs no KS. */
export const systemPing = (): KalturaRequest<true> => ({
  service: 'system',
  action: 'ping',
  params: {},
  repeatable: true,
  read: (json) => {
    if (json !== true) throw new UnexpectedShape('the answer to a ping is not true');
    return true;
  },
});
