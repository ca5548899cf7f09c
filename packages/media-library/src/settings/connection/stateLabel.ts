import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { SettingsMessages } from '../../messages/settings/SettingsMessages.ts';

/** How a connection is doing, in two words. */
export const stateLabel = (m: SettingsMessages, state: ConnectionAnswer['state']): string =>
  ({
    ok: m.stateOk,
    misconfigured: m.stateMisconfigured,
    refused: m.stateRefused,
    session_pool_killed: m.stateSessionsEnded,
    unreadable: m.stateUnreadable,
  })[state];
