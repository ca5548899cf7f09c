import type { GetHostToken } from '@spaces-kaltura/client';
import { hostApi } from './hostApi.ts';

/** The host's part of the integration: a token that says who is signed in, and which entry they may play. */
export const signHostToken: GetHostToken = (request) => hostApi.token(request);
