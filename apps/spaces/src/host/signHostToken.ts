import type { GetHostToken } from '@spaces-kaltura/client';
import { HostTokenError } from '@spaces-kaltura/media-library';
import { hostApi } from './hostApi.ts';

/** The host's part of the integration: a token that says who is signed in. A failure here is told apart from Kaltura's. */
export const signHostToken: GetHostToken = async ({ hub, signal }) => {
  try {
    return await hostApi.token({ hub, signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new HostTokenError(error);
  }
};
