import { asciiAt, type RangeReader } from './createRangeReader.ts';
import { addEvidence, type Finding, newFinding, shapeOf } from './Finding.ts';
import { boxAlong, childBox, type Mp4Box, mp4Boxes } from './mp4Boxes.ts';
import { readGPano } from './readGPano.ts';
import { readSphericalXml } from './readSphericalXml.ts';
import { readVexu } from './readVexu.ts';
import { xmpText } from './xmp.ts';

/** Files of this many video tracks are of cameras, not of people. */
const maxTracks = 32;
/** "Spherical Video" version 1: an XML text in a `uuid` box with this id. */
const sphericalUuid = 'ffcc8263f8554a938814587a02521fdd';
/** XMP of Adobe's programs and of others that annotate files. */
const xmpUuid = 'be7acfcb97a942e89c71999491e3afac';
/** Fields of a visual sample entry before its boxes, and of a sample description before its entries. */
const sampleEntryFields = 78;
const descriptionFields = 8;
/** Descriptions of one track: an edit of several takes has more than one. */
const maxEntries = 8;
const maxXmlBytes = 64 * 1024;
/** Boxes at the top of a file that are looked at for XMP; a fragmented film has thousands. */
const maxTopBoxes = 24;

/**
 * MP4, MOV and M4V: Google's spherical metadata version 2 (`st3d` and `sv3d` in the video's sample entry), which wins, then
 * version 1 (XML in the track), Apple's `vexu`, and XMP about the whole file. `moov` may be first or last.
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

  const { width, height } = first;
  const lenses = tracks.filter((track) => track.width === width && track.height === height).length;
  Object.assign(finding, { width, height, lenses });
  for (const track of tracks) {
    await readEntries(reader, track, finding);
    await readVersion1(reader, track.track, finding);
    if (finding.shape !== null) return finding;
  }
  await readVersion1(reader, moov, finding);
  await readXmp(reader, moov, finding);
  if (finding.shape === null) await addCameraOriginal(reader, moov, tracks, finding);
  return finding;
}

interface VideoTrack {
  readonly track: Mp4Box;
  /** Who wrote the track, as its handler says. */
  readonly handler: string;
  readonly width: number;
  readonly height: number;
  /** Where the boxes of each sample entry are. */
  readonly entries: readonly Pick<Mp4Box, 'body' | 'end'>[];
}

async function readVideoTrack(reader: RangeReader, track: Mp4Box): Promise<VideoTrack | null> {
  const media = await childBox(reader, track, 'mdia');
  const hdlr = media && (await childBox(reader, media, 'hdlr'));
  if (!media || !hdlr) return null;
  const handler = await reader.read(hdlr.body, Math.min(96, hdlr.end - hdlr.body));
  if (asciiAt(handler, 8, 4) !== 'vide') return null;
  const stsd = await boxAlong(reader, media, ['minf', 'stbl', 'stsd']);
  if (!stsd) return null;
  const sizes: { width: number; height: number }[] = [];
  const entries: Pick<Mp4Box, 'body' | 'end'>[] = [];
  for await (const entry of mp4Boxes(reader, stsd.body + descriptionFields, stsd.end)) {
    const fields = await reader.read(entry.body, sampleEntryFields);
    if (fields.byteLength < sampleEntryFields || entries.length >= maxEntries) break;
    sizes.push({ width: fields.getUint16(24), height: fields.getUint16(26) });
    entries.push({ body: entry.body + sampleEntryFields, end: entry.end });
  }
  const [size] = sizes;
  return size ? { track, handler: asciiAt(handler, 24, 72), ...size, entries } : null;
}

async function readEntries(reader: RangeReader, { entries }: VideoTrack, finding: Finding): Promise<void> {
  for (const entry of entries) {
    await readVersion2(reader, entry, finding);
    if (finding.shape === null) await readVexu(reader, entry, finding);
    if (finding.shape !== null) return;
  }
}

async function readVersion2(reader: RangeReader, entry: Pick<Mp4Box, 'body' | 'end'>, finding: Finding): Promise<void> {
  const st3d = await childBox(reader, entry, 'st3d');
  const mode = st3d && (await reader.read(st3d.body, Math.min(5, st3d.end - st3d.body)));
  if (mode && mode.byteLength === 5) {
    addEvidence(finding, 'mp4.st3d');
    // 1 top-bottom, 2 left-right, 4 right-left; 3 leaves it to a mesh.
    finding.stereoMode = ({ 1: 'top-bottom', 2: 'left-right', 4: 'left-right' } as const)[mode.getUint8(4)] ?? 'mono';
  }
  const sv3d = await childBox(reader, entry, 'sv3d');
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

/** Belongs into the track; some programs put it beside the tracks. */
async function readVersion1(reader: RangeReader, parent: Mp4Box, finding: Finding): Promise<void> {
  if (finding.shape !== null) return;
  for await (const box of mp4Boxes(reader, parent.body, parent.end)) {
    const xml = await textOfUuid(reader, box, sphericalUuid);
    if (xml !== null) readSphericalXml(xml, finding, 'mp4.uuid_xml');
  }
}

/** Annotations of the whole file: `XMP_` in QuickTime's user data, or a `uuid` box at the top. */
async function readXmp(reader: RangeReader, moov: Mp4Box, finding: Finding): Promise<void> {
  if (finding.shape !== null) return;
  const inMovie = await boxAlong(reader, moov, ['udta', 'XMP_']);
  if (inMovie) readBoth(await textOf(reader, inMovie.body, inMovie.end), finding);
  let count = 0;
  for await (const box of mp4Boxes(reader, 0, reader.size)) {
    if (finding.shape !== null || (count += 1) > maxTopBoxes) return;
    const xmp = await textOfUuid(reader, box, xmpUuid);
    if (xmp !== null) readBoth(xmp, finding);
  }
}

function readBoth(xmp: string, finding: Finding): void {
  readSphericalXml(xmp, finding, 'mp4.uuid_xml');
  if (finding.shape === null) readGPano(xmp, finding);
}

async function textOfUuid(reader: RangeReader, box: Mp4Box, id: string): Promise<string | null> {
  if (box.type !== 'uuid' || box.end - box.body <= 16) return null;
  return hex(await reader.read(box.body, 16)) === id ? textOf(reader, box.body + 16, box.end) : null;
}

const textOf = async (reader: RangeReader, from: number, end: number): Promise<string> =>
  xmpText(await reader.read(from, Math.min(maxXmlBytes, end - from)));

const hex = (view: DataView): string =>
  Array.from({ length: view.byteLength }, (_, at) => view.getUint8(at).toString(16).padStart(2, '0')).join('');

/**
 * Pictures of several lenses that have to be stitched first: two video tracks of one size (also a cube in two strips), or
 * both lenses in one picture, as a Theta or a Gear 360 leaves them.
 */
async function addCameraOriginal(
  reader: RangeReader,
  moov: Mp4Box,
  tracks: readonly VideoTrack[],
  finding: Finding,
): Promise<void> {
  if (finding.lenses > 1) {
    if (tracks.some(({ handler }) => handler.includes('GoPro'))) addEvidence(finding, 'unstitched.gopro_max');
    else if (finding.width === finding.height && finding.width !== 0) addEvidence(finding, 'unstitched.dual_fisheye');
    return;
  }
  const notes = await childBox(reader, moov, 'udta');
  if (!notes) return;
  for await (const note of mp4Boxes(reader, notes.body, notes.end)) {
    if (await isOfTwoLenses(reader, note)) addEvidence(finding, 'unstitched.dual_fisheye');
  }
}

/** What a Theta's model or a Gear 360's calibration is written in. What they have stitched says that it is a sphere. */
async function isOfTwoLenses(reader: RangeReader, { type, body, end }: Mp4Box): Promise<boolean> {
  if (type === 'm360' || type === 'opax') return true;
  if (type !== '@mod' && type !== '\u00A9mod') return false;
  return asciiAt(await reader.read(body, Math.min(64, end - body)), 0, 64).includes('THETA');
}
