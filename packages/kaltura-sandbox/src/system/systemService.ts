import type { Service } from '../protocol/Service.ts';

export const systemService: Service = {
  name: 'system',
  actions: {
    ping: () => true,
    pingDatabase: () => true,
    getTime: ({ sandbox }) => sandbox.clock.now(),
    getVersion: () => 'Venus-22.19.0',
  },
};
