/**
 * The client retries by itself, with the reasons at hand, and whether there is a network is seen by trying. What changes
 * at a focus would only move what a person is looking at.
 */
export const oneAttempt = {
  retry: false,
  networkMode: 'always',
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
