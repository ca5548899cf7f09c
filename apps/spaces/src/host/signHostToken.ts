import type { GetHostToken } from '@spaces-kaltura/client';
import { hostApi } from './hostApi.ts';

/** The host's part of the integration: a token that says who is signed in. */
export const signHostToken: GetHostToken = ({ hub, signal }) => hostApi.token({ hub, signal });
