import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import { type ConversionProfile, globalConversionProfiles } from './ConversionProfile.ts';

/** The account's own profiles and everybody's, by id. */
export function conversionProfilesOf(partner: PartnerState): ConversionProfile[] {
  const global = globalConversionProfiles.map((profile) => ({
    ...profile,
    createdAt: partner.createdAt - SETUP_SECONDS,
  }));
  return [...global, ...partner.media.conversionProfiles].filter(({ status }) => status !== 3);
}

/** So much earlier than its first account the server was set up. */
const SETUP_SECONDS = 180;

export function findConversionProfile(partner: PartnerState, id: number): ConversionProfile | undefined {
  return conversionProfilesOf(partner).find((profile) => profile.id === id);
}

/** The profile that converts what names none. */
export function defaultProfileOf(partner: PartnerState): ConversionProfile | undefined {
  return partner.media.conversionProfiles.find((profile) => profile.isDefault);
}

/** Do not convert at all. */
export const NO_CONVERSION_PROFILE = -1;

/**
 * Checks an id somebody sent and answers it.
 *
 * @throws KalturaApiException `CONVERSION_PROFILE_ID_NOT_FOUND`
 */
export function requireConversionProfile(partner: PartnerState, id: number): number {
  if (id !== NO_CONVERSION_PROFILE && !findConversionProfile(partner, id)) {
    throw new KalturaApiException('CONVERSION_PROFILE_ID_NOT_FOUND', { ID: id });
  }
  return id;
}

/** Whether a profile has no flavors, not even the source: an entry with such a one is READY from the start. */
export function makesNothing(partner: PartnerState, id: number): boolean {
  return id === NO_CONVERSION_PROFILE || findConversionProfile(partner, id)?.flavorParamsIds.length === 0;
}
