import type { GuidedConversionProfile } from '@spaces-kaltura/client/exchange';

/** The profile to begin with: the account's default if it streams, else the first that does, else none. */
export function suggestProfile(profiles: readonly GuidedConversionProfile[]): number | null {
  const streaming = profiles.filter(({ dash }) => dash);
  return (streaming.find(({ is_default }) => is_default) ?? streaming[0])?.id ?? null;
}
