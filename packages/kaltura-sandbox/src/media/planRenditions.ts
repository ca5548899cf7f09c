import type { ConversionProfile } from './ConversionProfile.ts';
import { findFlavorParams, type FlavorParams, SOURCE_FLAVOR_ID } from './flavorParams.ts';

/** What becomes of one flavor of a profile for a given source. */
export interface PlannedRendition {
  params: FlavorParams;
  /** False when a smaller flavor already carries all the source has. */
  isApplicable: boolean;
  /** Kaltura's own words on the decision. */
  description: string;
}

/**
 * Decides which flavors of a profile are worth making: a source is never blown up, so beyond its own bitrate all flavors
 * would come out alike and only the smallest of them is made.
 */
export function planRenditions(profile: ConversionProfile, sourceBitrate: number): PlannedRendition[] {
  const planned: PlannedRendition[] = [];
  const audioBitrates = new Set<number>();
  let isExhausted = false;
  for (const id of profile.flavorParamsIds) {
    const params = findFlavorParams(id);
    if (!params || id === SOURCE_FLAVOR_ID) continue;
    const exceedsSource = params.videoBitrate > sourceBitrate;
    const video = [
      ...(exceedsSource
        ? [
            `2107,${sourceBitrate},${params.videoBitrate}#The target flavor bitrate (${sourceBitrate}) does not comply with the requested bitrate (${params.videoBitrate}).`,
          ]
        : []),
      ...(isExhausted ? [REDUNDANT] : []),
    ];
    const audio = isExhausted && audioBitrates.has(params.audioBitrate) ? [REDUNDANT] : [];
    planned.push({
      params,
      isApplicable: !isExhausted,
      description: `${warnings('video', video)}${warnings('audio', audio)}`,
    });
    audioBitrates.add(params.audioBitrate);
    isExhausted ||= exceedsSource;
  }
  return planned;
}

const REDUNDANT = '2106,#Redundant bitrate.';

function warnings(kind: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${kind} warnings: ${items.join('; ')}\n`;
}
