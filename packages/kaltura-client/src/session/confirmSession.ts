import type { KalturaSession, SessionOptions, SessionSource } from './KalturaSession.ts';

/** Asks a source whether there still would be a session; one that can't ask answers with what it has. */
export const confirmSession = (source: SessionSource, options?: SessionOptions): Promise<KalturaSession> =>
  source.confirm ? source.confirm(options) : source.get(options);
