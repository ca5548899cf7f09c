import type { KalturaMediaEntry } from './KalturaMediaEntry.ts';

export type Projection = 'flat' | 'equirectangular';
export type StereoMode = 'mono' | 'top-bottom' | 'left-right';

/**
 * Is one tag exactly `360`? That is how Kaltura's own player decides; Kaltura's search matches words, so a list filtered
 * by `tagsLike: '360'` also holds `360 tour` and has to be checked again with this.
 */
export const isSpherical = (entry: Pick<KalturaMediaEntry, 'tags'>): boolean => entry.tags.includes('360');

/** The layout of a spherical entry's two eyes, as an upload from here noted it in `partnerData`; `mono` when it is not noted. */
export function stereoModeOf(entry: Pick<KalturaMediaEntry, 'partnerData'>): StereoMode {
  const { stereo } = readPartnerData(entry.partnerData) ?? {};
  return stereo === 'top-bottom' || stereo === 'left-right' ? stereo : 'mono';
}

/** Our own note in `partnerData`, or null when somebody else uses the field. */
export function readPartnerData(partnerData: string | null): Readonly<Record<string, unknown>> | null {
  if (!partnerData?.includes('"spacesKaltura"')) return null;
  try {
    const note: unknown = JSON.parse(partnerData);
    return isRecord(note) && note['spacesKaltura'] === 1 ? note : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
