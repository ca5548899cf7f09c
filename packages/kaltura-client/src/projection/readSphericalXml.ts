import { addEvidence, type Finding, shapeOf } from './Finding.ts';
import type { ProjectionEvidence } from './ProjectionDetection.ts';
import { cropIn } from './readGPano.ts';
import { xmpProperties, type XmpNamespace } from './xmp.ts';

const gspherical: XmpNamespace = { uri: 'http://ns.google.com/videos/1.0/spherical/', prefix: 'GSpherical' };

/** Version 1 of Google's spherical video metadata: RDF with `GSpherical:` properties. */
export function readSphericalXml(xml: string, finding: Finding, evidence: ProjectionEvidence): void {
  const value = xmpProperties(xml, gspherical);
  if (value('Spherical')?.toLowerCase() !== 'true') return;
  const projection = (value('ProjectionType') ?? 'equirectangular').toLowerCase();
  if (projection !== 'equirectangular' && projection !== 'cubemap') return;
  addEvidence(finding, evidence);
  const stereoMode = value('StereoMode')?.toLowerCase();
  if (stereoMode === 'top-bottom' || stereoMode === 'left-right') finding.stereoMode = stereoMode;
  finding.shape = projection === 'cubemap' ? 'cubemap' : shapeOf(cropIn(value));
}
