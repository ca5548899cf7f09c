import type { GetHostToken, SessionSource } from '@spaces-kaltura/client';
import type { Sandbox } from '@spaces-kaltura/sandbox';
import type { HttpHandler } from 'msw';
import type { Hub } from '../../provider/KalturaScope.ts';

export const serviceUrl = 'https://kaltura.test';
export const exchangeUrl = 'https://exchange.test';

/** What answers while a story is shown, and who looks at it. */
export interface StoryKaltura {
  readonly hub: Hub;
  readonly userId: string;
  /** Where sessions come from: straight from the account, or from an exchange. */
  readonly access: { session: SessionSource } | { exchangeUrl: string; getHostToken: GetHostToken };
  readonly handlers: readonly HttpHandler[];
  /** Absent where nobody gets as far as Kaltura. */
  readonly sandbox?: Sandbox;
}
