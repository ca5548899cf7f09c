import type { KalturaMediaEntry } from './KalturaMediaEntry.ts';
import { readPartnerNote } from './partnerNote.ts';

export type Projection = 'flat' | 'equirectangular';
export type StereoMode = 'mono' | 'top-bottom' | 'left-right';

/**
 * Is one tag exactly `360`? That is how Kaltura's own player decides; Kaltura's search matches words, so a list filtered
 * by `tagsLike: '360'` also holds `360 tour` and has to be checked again with this.
 */
export const isSpherical = (entry: Pick<KalturaMediaEntry, 'tags'>): boolean => entry.tags.includes(sphericalTag);

/** The tag itself. */
export const sphericalTag = '360';

/** The layout of a spherical entry's two eyes, as we noted it in `partnerData`; `mono` when it is not noted. */
export const stereoModeOf = (entry: Pick<KalturaMediaEntry, 'partnerData'>): StereoMode =>
  readPartnerNote(entry)?.stereo ?? 'mono';
