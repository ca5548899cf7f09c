import { asciiAt, type RangeReader } from './createRangeReader.ts';
import { type EbmlElement, ebmlElements, readUnsigned } from './ebml.ts';
import { addEvidence, type Finding, newFinding } from './Finding.ts';
import { shapeOfBounds } from './readMp4.ts';
import { readSphericalXml } from './readSphericalXml.ts';
import { xmpText } from './xmp.ts';

const id = {
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  cluster: 0x1f43b675,
  tags: 0x1254c367,
  tag: 0x7373,
  simpleTag: 0x67c8,
  tagName: 0x45a3,
  tagString: 0x4487,
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

/** Elements of a segment that are looked at before the media; what lies behind is found by the index of the segment. */
const maxElements = 48;
const maxXmlBytes = 64 * 1024;

/**
 * WebM and Matroska: Projection and StereoMode of the first video track; without a Projection, version 1 of Google's spherical
 * metadata in a tag.
 */
export async function readMatroska(reader: RangeReader): Promise<Finding> {
  const finding = newFinding();
  const segment = await firstOf(reader, { body: 0, end: reader.size }, id.segment);
  if (!segment) return finding;
  const { tracks, tags } = await findParts(reader, segment);
  const video = tracks && (await findVideo(reader, tracks));
  if (!video) return finding;
  for await (const element of ebmlElements(reader, video.body, video.end)) {
    if (element.id === id.pixelWidth) finding.width = await readUnsigned(reader, element);
    if (element.id === id.pixelHeight) finding.height = await readUnsigned(reader, element);
    if (element.id === id.stereoMode) addStereoMode(await readUnsigned(reader, element), finding);
    if (element.id === id.projection) await readProjection(reader, element, finding);
  }
  if (finding.shape === null && tags) await readTags(reader, tags, finding);
  return finding;
}

interface Parts {
  tracks: EbmlElement | null;
  tags: EbmlElement | null;
}

/** Tracks and tags may lie before the media or behind it, where the segment's own index (SeekHead) leads. */
async function findParts(reader: RangeReader, segment: EbmlElement): Promise<Parts> {
  const parts: Parts = { tracks: null, tags: null };
  const seeks = new Map<number, number>();
  let count = 0;
  for await (const element of ebmlElements(reader, segment.body, segment.end)) {
    if (element.id === id.tracks) parts.tracks ??= element;
    if (element.id === id.tags) parts.tags ??= element;
    if (element.id === id.seekHead) await readSeekHead(reader, element, seeks);
    const isIndexed = seeks.size > 0 && element.id === id.cluster;
    if ((parts.tracks && parts.tags) || isIndexed || (count += 1) > maxElements) break;
  }
  const at = async (wanted: number): Promise<EbmlElement | null> => {
    const position = seeks.get(wanted);
    if (position === undefined) return null;
    for await (const element of ebmlElements(reader, segment.body + position, segment.end)) {
      return element.id === wanted ? element : null;
    }
    return null;
  };
  return { tracks: parts.tracks ?? (await at(id.tracks)), tags: parts.tags ?? (await at(id.tags)) };
}

/** Which element lies where, counted from the segment's first byte. */
async function readSeekHead(reader: RangeReader, head: EbmlElement, seeks: Map<number, number>): Promise<void> {
  for await (const seek of ebmlElements(reader, head.body, head.end)) {
    if (seek.id !== id.seek) continue;
    const wanted = await firstOf(reader, seek, id.seekId);
    const position = await firstOf(reader, seek, id.seekPosition);
    if (wanted && position) seeks.set(await readUnsigned(reader, wanted), await readUnsigned(reader, position));
  }
}

async function firstOf(
  reader: RangeReader,
  { body, end }: Pick<EbmlElement, 'body' | 'end'>,
  wanted: number,
): Promise<EbmlElement | null> {
  for await (const element of ebmlElements(reader, body, end)) if (element.id === wanted) return element;
  return null;
}

async function findVideo(reader: RangeReader, tracks: EbmlElement): Promise<EbmlElement | null> {
  for await (const track of ebmlElements(reader, tracks.body, tracks.end)) {
    const video = track.id === id.trackEntry ? await firstOf(reader, track, id.video) : null;
    if (video) return video;
  }
  return null;
}

async function readTags(reader: RangeReader, tags: EbmlElement, finding: Finding): Promise<void> {
  for await (const tag of ebmlElements(reader, tags.body, tags.end)) {
    if (tag.id !== id.tag) continue;
    for await (const simple of ebmlElements(reader, tag.body, tag.end)) {
      const name = simple.id === id.simpleTag ? await firstOf(reader, simple, id.tagName) : null;
      const text = name && (await firstOf(reader, simple, id.tagString));
      if (!name || !text) continue;
      const called = asciiAt(await reader.read(name.body, Math.min(32, name.end - name.body)), 0, 32);
      if (called.toLowerCase() !== 'spherical-video') continue;
      const xml = xmpText(await reader.read(text.body, Math.min(maxXmlBytes, text.end - text.body)));
      readSphericalXml(xml, finding, 'matroska.tag_xml');
    }
  }
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
