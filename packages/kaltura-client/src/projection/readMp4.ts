import { asciiAt, type RangeReader, utf8 } from './createRangeReader.ts';
import { addEvidence, type Finding, newFinding, shapeOf } from './Finding.ts';
import { boxAlong, childBox, type Mp4Box, mp4Boxes } from './mp4Boxes.ts';
import { readSphericalXml } from './readSphericalXml.ts';

/** Files of this many video tracks are of cameras, not of people. */
const maxTracks = 32;
/** "Spherical Video" version 1: an XML text in a `uuid` box with this id. */
const sphericalUuid = 'ffcc8263f8554a938814587a02521fdd';
/** Fields of a visual sample entry before its boxes, and of a sample description before its entries. */
const sampleEntryFields = 78;
const descriptionFields = 8;
const maxXmlBytes = 64 * 1024;

/**
 * MP4, MOV and M4V: Google's spherical metadata version 2 (`st3d` and `sv3d` in the video's sample entry), which wins, or
 * version 1 (XML in the track). `moov` may be first or last.
 */
export async function readMp4(reader: RangeReader): Promise<Finding> {
  const finding = newFinding();
  const moov = await childBox(reader, { body: 0, end: reader.size }, 'moov');
  if (!moov) return finding;
  const tracks: VideoTrack[] = [];
  for await (const box of mp4Boxes(reader, moov.body, moov.end)) {
    if (box.type !== 'trak' || tracks.length >= maxTracks) continue;
    const track = await readVideoTrack(reader, box);
    if (track) tracks.push(track);
  }
  const [first] = tracks;
  if (!first) return finding;

  Object.assign(finding, { width: first.width, height: first.height });
  for (const track of tracks) {
    await readVersion2(reader, track, finding);
    await readVersion1(reader, track, finding);
    if (finding.shape !== null) break;
  }
  if (finding.shape === null) addCameraOriginal(tracks, finding);
  return finding;
}

interface VideoTrack {
  readonly track: Mp4Box;
  /** Who wrote the track, as its handler says. */
  readonly handler: string;
  readonly width: number;
  readonly height: number;
  /** Where the boxes of the first sample entry are. */
  readonly body: number;
  readonly end: number;
}

async function readVideoTrack(reader: RangeReader, track: Mp4Box): Promise<VideoTrack | null> {
  const media = await childBox(reader, track, 'mdia');
  const hdlr = media && (await childBox(reader, media, 'hdlr'));
  if (!media || !hdlr) return null;
  const handler = await reader.read(hdlr.body, Math.min(96, hdlr.end - hdlr.body));
  if (asciiAt(handler, 8, 4) !== 'vide') return null;
  const stsd = await boxAlong(reader, media, ['minf', 'stbl', 'stsd']);
  if (!stsd) return null;
  for await (const entry of mp4Boxes(reader, stsd.body + descriptionFields, stsd.end)) {
    const fields = await reader.read(entry.body, sampleEntryFields);
    if (fields.byteLength < sampleEntryFields) return null;
    return {
      track,
      handler: asciiAt(handler, 24, 72),
      width: fields.getUint16(24),
      height: fields.getUint16(26),
      body: entry.body + sampleEntryFields,
      end: entry.end,
    };
  }
  return null;
}

async function readVersion2(reader: RangeReader, track: VideoTrack, finding: Finding): Promise<void> {
  const st3d = await childBox(reader, track, 'st3d');
  const mode = st3d && (await reader.read(st3d.body, Math.min(5, st3d.end - st3d.body)));
  if (mode && mode.byteLength === 5) {
    addEvidence(finding, 'mp4.st3d');
    // 1 top-bottom, 2 left-right, 4 right-left; 3 leaves it to a mesh.
    finding.stereoMode = ({ 1: 'top-bottom', 2: 'left-right', 4: 'left-right' } as const)[mode.getUint8(4)] ?? 'mono';
  }
  const sv3d = await childBox(reader, track, 'sv3d');
  const proj = sv3d && (await childBox(reader, sv3d, 'proj'));
  if (!proj) return;
  for await (const box of mp4Boxes(reader, proj.body, proj.end)) {
    const shape = await shapeOfProjection(reader, box);
    if (shape === null) continue;
    addEvidence(finding, 'mp4.sv3d');
    finding.shape = shape;
    return;
  }
}

async function shapeOfProjection(reader: RangeReader, box: Mp4Box): Promise<Finding['shape']> {
  if (box.type === 'cbmp') return 'cubemap';
  // A mesh is what VR180 cameras write: two fisheye pictures with their lens.
  if (box.type === 'mshp') return 'half_sphere';
  if (box.type !== 'equi') return null;
  return shapeOfBounds(await reader.read(box.body, Math.min(20, box.end - box.body)));
}

/** An `equi` body: version and flags, then what is cut off top, bottom, left and right as fractions of 2³². */
export function shapeOfBounds(body: DataView): 'sphere' | 'half_sphere' | 'part' {
  if (body.byteLength < 20) return 'sphere';
  const cut = (index: number): number => body.getUint32(4 + index * 4) / 2 ** 32;
  return shapeOf({ vertical: cut(0) + cut(1), horizontal: cut(2) + cut(3) });
}

async function readVersion1(reader: RangeReader, { track }: VideoTrack, finding: Finding): Promise<void> {
  if (finding.shape !== null) return;
  for await (const box of mp4Boxes(reader, track.body, track.end)) {
    if (box.type !== 'uuid' || box.end - box.body <= 16) continue;
    if (hex(await reader.read(box.body, 16)) !== sphericalUuid) continue;
    const length = Math.min(maxXmlBytes, box.end - box.body - 16);
    readSphericalXml(utf8(await reader.read(box.body + 16, length)), finding);
  }
}

const hex = (view: DataView): string =>
  Array.from({ length: view.byteLength }, (_, at) => view.getUint8(at).toString(16).padStart(2, '0')).join('');

/** Two video tracks in one file: lenses side by side (or a cube in two strips) that have to be stitched first. */
function addCameraOriginal(tracks: readonly VideoTrack[], finding: Finding): void {
  const [first, second] = tracks;
  if (!first || !second || first.width !== second.width || first.height !== second.height) return;
  if (tracks.some(({ handler }) => handler.includes('GoPro'))) addEvidence(finding, 'unstitched.gopro_max');
  else if (first.width === first.height && first.width > 0) addEvidence(finding, 'unstitched.dual_fisheye');
}
