import { addEvidence, type Finding, shapeOf } from './Finding.ts';
import { cutOff } from './readSphericalXml.ts';

/**
 * Google's photo sphere metadata in XMP, as attributes (`GPano:ProjectionType="…"`) or elements. Panoramas of phones carry
 * it too and show only a part of the sphere: what is cut off decides.
 */
export function readGPano(xmp: string, finding: Finding): void {
  const value = (name: string): string | null =>
    new RegExp(`GPano:${name}\\s{0,20}(?:=\\s{0,20}["']|>)\\s{0,20}([^"'<\\s]{1,40})`, 'i').exec(xmp)?.[1] ?? null;
  const size = (name: string): number => Number(value(name) ?? Number.NaN);
  const projection = value('ProjectionType')?.toLowerCase();
  if (projection === undefined) return;
  addEvidence(finding, 'xmp.gpano');
  if (projection === 'cubemap') {
    finding.shape = 'cubemap';
    return;
  }
  finding.shape =
    projection === 'equirectangular'
      ? shapeOf({
          horizontal: cutOff(size('CroppedAreaImageWidthPixels'), size('FullPanoWidthPixels')),
          vertical: cutOff(size('CroppedAreaImageHeightPixels'), size('FullPanoHeightPixels')),
        })
      : 'part';
  const stereoMode = value('StereoMode')?.toLowerCase();
  if (stereoMode === 'top-bottom' || stereoMode === 'left-right') finding.stereoMode = stereoMode;
}
