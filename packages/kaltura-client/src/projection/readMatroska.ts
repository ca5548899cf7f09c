import type { RangeReader } from './createRangeReader.ts';
import { type EbmlElement, ebmlElements, readUnsigned } from './ebml.ts';
import { addEvidence, type Finding, newFinding } from './Finding.ts';
import { shapeOfBounds } from './readMp4.ts';

const id = {
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  stereoMode: 0x53b8,
  projection: 0x7670,
  projectionType: 0x7671,
  projectionPrivate: 0x7672,
} as const;

/** WebM and Matroska: Projection and StereoMode of the first video track. */
export async function readMatroska(reader: RangeReader): Promise<Finding> {
  const finding = newFinding();
  const video = await findVideo(reader);
  if (!video) return finding;
  for await (const element of ebmlElements(reader, video.body, video.end)) {
    if (element.id === id.pixelWidth) finding.width = await readUnsigned(reader, element);
    if (element.id === id.pixelHeight) finding.height = await readUnsigned(reader, element);
    if (element.id === id.stereoMode) addStereoMode(await readUnsigned(reader, element), finding);
    if (element.id === id.projection) await readProjection(reader, element, finding);
  }
  return finding;
}

async function findVideo(reader: RangeReader): Promise<EbmlElement | null> {
  for await (const segment of ebmlElements(reader, 0, reader.size)) {
    if (segment.id !== id.segment) continue;
    for await (const tracks of ebmlElements(reader, segment.body, segment.end)) {
      if (tracks.id !== id.tracks) continue;
      for await (const track of ebmlElements(reader, tracks.body, tracks.end)) {
        if (track.id !== id.trackEntry) continue;
        for await (const element of ebmlElements(reader, track.body, track.end))
          if (element.id === id.video) return element;
      }
      return null;
    }
  }
  return null;
}

/** 1 and 11 side by side, 2 and 3 one above the other, whichever eye comes first. */
function addStereoMode(mode: number, finding: Finding): void {
  if (mode === 0) return;
  addEvidence(finding, 'matroska.stereo_mode');
  if (mode === 1 || mode === 11) finding.stereoMode = 'left-right';
  if (mode === 2 || mode === 3) finding.stereoMode = 'top-bottom';
}

async function readProjection(reader: RangeReader, projection: EbmlElement, finding: Finding): Promise<void> {
  let type = 0;
  let bounds: DataView | null = null;
  for await (const element of ebmlElements(reader, projection.body, projection.end)) {
    if (element.id === id.projectionType) type = await readUnsigned(reader, element);
    if (element.id === id.projectionPrivate)
      bounds = await reader.read(element.body, Math.min(20, element.end - element.body));
  }
  if (type === 0) return;
  addEvidence(finding, 'matroska.projection');
  if (type === 1) finding.shape = bounds ? shapeOfBounds(bounds) : 'sphere';
  if (type === 2) finding.shape = 'cubemap';
  // A mesh: VR180.
  if (type === 3) finding.shape = 'half_sphere';
}
