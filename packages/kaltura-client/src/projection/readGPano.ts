import { addEvidence, type Finding, shapeOf } from './Finding.ts';
import { xmpProperties, type XmpNamespace } from './xmp.ts';

const gpano: XmpNamespace = { uri: 'http://ns.google.com/photos/1.0/panorama/', prefix: 'GPano' };

/**
 * Google's photo sphere metadata in XMP. Panoramas of phones carry it too and show only a part of the sphere: what is cut off
 * decides.
 */
export function readGPano(xmp: string, finding: Finding): void {
  const value = xmpProperties(xmp, gpano);
  const projection = value('ProjectionType')?.toLowerCase();
  if (projection === undefined) return;
  addEvidence(finding, 'xmp.gpano');
  if (projection === 'cubemap') finding.shape = 'cubemap';
  else finding.shape = projection === 'equirectangular' ? shapeOf(cropIn(value)) : 'part';
  const stereoMode = value('StereoMode')?.toLowerCase();
  if (stereoMode === 'top-bottom' || stereoMode === 'left-right') finding.stereoMode = stereoMode;
}

/** The fractions of the sphere that a crop takes away, by the names that GPano and GSpherical share. */
export function cropIn(value: (name: string) => string | null): { horizontal: number; vertical: number } {
  const cut = (side: 'Width' | 'Height'): number =>
    cutOff(number(value(`CroppedAreaImage${side}Pixels`)), number(value(`FullPano${side}Pixels`)));
  return { horizontal: cut('Width'), vertical: cut('Height') };
}

const number = (text: string | null): number => Number(text ?? Number.NaN);

/** 0 when the sizes say nothing sensible. */
const cutOff = (cropped: number, full: number): number =>
  cropped > 0 && full > 0 && cropped <= full ? 1 - cropped / full : 0;
