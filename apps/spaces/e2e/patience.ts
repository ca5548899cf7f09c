/** Milliseconds that anything may take on a slow machine that is busy besides; no test says how fast something is. */
export const PATIENCE = 30_000;

/** For what a page shows in its own time. */
export const SOON: { timeout: number; interval: number } = { timeout: PATIENCE, interval: 50 };

/** For what Kaltura is asked for only now and then: whether an entry is ready. */
export const LATER: { timeout: number } = { timeout: 2 * PATIENCE };
