import { addEvidence, type Finding, shapeOf } from './Finding.ts';

/** Version 1 of Google's spherical video metadata: RDF with `GSpherical:` elements. */
export function readSphericalXml(xml: string, finding: Finding): void {
  const value = (name: string): string | null =>
    new RegExp(`<GSpherical:${name}>\\s{0,20}([^<\\s]{1,40})`, 'i').exec(xml)?.[1] ?? null;
  const size = (name: string): number => Number(value(name) ?? Number.NaN);
  if (value('Spherical')?.toLowerCase() !== 'true') return;
  if ((value('ProjectionType') ?? 'equirectangular').toLowerCase() !== 'equirectangular') return;
  addEvidence(finding, 'mp4.uuid_xml');
  const stereoMode = value('StereoMode')?.toLowerCase();
  if (stereoMode === 'top-bottom' || stereoMode === 'left-right') finding.stereoMode = stereoMode;
  finding.shape = shapeOf({
    horizontal: cutOff(size('CroppedAreaImageWidthPixels'), size('FullPanoWidthPixels')),
    vertical: cutOff(size('CroppedAreaImageHeightPixels'), size('FullPanoHeightPixels')),
  });
}

/** The fraction that a crop takes away; 0 when the sizes say nothing sensible. */
export const cutOff = (cropped: number, full: number): number =>
  cropped > 0 && full > 0 && cropped <= full ? 1 - cropped / full : 0;
