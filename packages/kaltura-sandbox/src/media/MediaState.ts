/** Entries, their assets and the conversion profiles of one partner. */
export interface MediaState {
  entries: Map<string, unknown>;
}

export function createMediaState(_partnerId: number): MediaState {
  return { entries: new Map() };
}
