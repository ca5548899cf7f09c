import { type ExchangeSessionOptions, exchangeSessions } from './exchangeSessions.ts';
import type { PlaybackSessionSource, SessionSource } from './KalturaSession.ts';
import { readPlaybackAnswer } from './readSessionAnswer.ts';

/** So many entries are remembered; a space shows fewer at a time. */
const remembered = 200;

/**
 * Sessions from the token exchange that play one entry each, whoever owns it, kept in memory only. `getHostToken` is asked
 * for a token that names the entry.
 *
 * @throws as `createExchangeSessionSource`; among the codes of ExchangeErrors are `entry_not_named`, when the host does not
 * name the entry for this person, and `no_player_token`, when the hub has no App Token for playing.
 */
export function createExchangePlaybackSource(options: ExchangeSessionOptions): PlaybackSessionSource {
  const sources = new Map<string, SessionSource>();

  function create(entryId: string): SessionSource {
    const [oldest] = sources.keys();
    if (sources.size >= remembered && oldest !== undefined) sources.delete(oldest);
    const source = exchangeSessions(options, {
      path: '/v1/playback-session',
      body: { entryId },
      entryId,
      read: (json, clock) => readPlaybackAnswer(json, entryId, clock),
    });
    sources.set(entryId, source);
    return source;
  }

  return {
    of: (entryId) => sources.get(entryId) ?? create(entryId),
    clear() {
      for (const source of sources.values()) source.clear();
      sources.clear();
    },
  };
}
