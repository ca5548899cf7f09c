import type { PartnerState } from './PartnerState.ts';

/** Where the bytes of an upload token or of an entry's source lie in the byte store; undefined when there are none. */
export function findContent(partner: PartnerState, id: string): string | undefined {
  const ofToken = partner.uploadTokens.get(id)?.bytesId;
  if (ofToken !== undefined) return ofToken;
  const original = partner.media.flavorAssets.get(id)?.find((asset) => asset.isOriginal);
  return original?.contentId ?? partner.media.entries.get(id)?.contentId ?? undefined;
}
