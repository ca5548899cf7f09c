import { asciiAt, createRangeReader, type RangeReader, type SliceableFile } from './createRangeReader.ts';
import { addEvidence, type Finding, newFinding } from './Finding.ts';
import { heifBrands, isoTypes } from './isoMedia.ts';
import { NOTHING_FOUND, type ProjectionDetection, type ProjectionEvidence } from './ProjectionDetection.ts';
import { readJpeg } from './readJpeg.ts';
import { readMatroska } from './readMatroska.ts';
import { readMp4 } from './readMp4.ts';
import { readPng } from './readPng.ts';
import { readWebp } from './readWebp.ts';

export interface DetectProjectionOptions {
  signal?: AbortSignal | undefined;
}

/** Bytes that are read of a file at most, whatever its size. */
const allowance = 384 * 1024;
/** Smaller pictures of twice the width are banners and icons. */
const minSphereWidth = 512;

/**
 * Is this file a 360° video or picture? Says so with certainty only where the file's metadata does; a picture of twice the
 * width without metadata is `likely` and worth a question. VR180, cube maps, panoramas of a part and what a camera has not stitched yet are
 * named in `evidence` and not taken for spheres. Reads a few kB of the file, at most 384, wherever they lie.
 *
 * @throws what reading the file throws, or the signal's reason; never because of what the file contains.
 */
export async function detectProjection(
  file: SliceableFile,
  { signal }: DetectProjectionOptions = {},
): Promise<ProjectionDetection> {
  signal?.throwIfAborted();
  const reader = createRangeReader(file, { allowance, signal });
  const finding = await readByContent(reader);
  if (!finding) return NOTHING_FOUND;
  if (finding.shape === null) await addCameraOriginal(reader, file.name?.toLowerCase() ?? '', finding);
  return conclude(finding);
}

async function readByContent(reader: RangeReader): Promise<Finding | null> {
  const head = await reader.read(0, 32);
  if (head.byteLength < 12) return null;
  const start = head.getUint32(0);
  const type = asciiAt(head, 4, 4);
  if (start >>> 8 === 0xff_d8_ff) return readJpeg(reader);
  if (start === 0x89_50_4e_47) return readPng(reader);
  if (start === 0x1a_45_df_a3) return readMatroska(reader);
  if (asciiAt(head, 0, 4) === 'RIFF' && asciiAt(head, 8, 4) === 'WEBP') return readWebp(reader);
  if (type === 'ftyp' && heifBrands.has(asciiAt(head, 8, 4))) return { ...newFinding(), evidence: ['heic'] };
  return isoTypes.has(type) ? readMp4(reader) : null;
}

/** The last bytes of everything an Insta360 camera writes. */
const insta360Trailer = '8db42d694ccc418790edff439fe026bf';

/** Originals of cameras with two lenses are known by their names where the content does not tell. */
async function addCameraOriginal(reader: RangeReader, name: string, finding: Finding): Promise<void> {
  const ending = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? '';
  if (ending === 'insv' || ending === 'insp' || (await isInsta360Original(reader, finding))) {
    finding.evidence = finding.evidence.filter((evidence) => evidence !== 'unstitched.dual_fisheye');
    addEvidence(finding, 'unstitched.insta360');
  } else if (ending === '360') {
    addEvidence(finding, 'unstitched.gopro_max');
  } else if (ending === 'osv') {
    addEvidence(finding, 'unstitched.dual_fisheye');
  }
}

/** Insta360 cameras write flat films, too: only two lenses, in two tracks, side by side or each in a file, need stitching. */
async function isInsta360Original(reader: RangeReader, { width, height, lenses }: Finding): Promise<boolean> {
  const ratio = (width ?? 0) / (height ?? 1);
  if (lenses < 2 && ratio !== 2 && ratio !== 1) return false;
  const trailer = await reader.read(Math.max(0, reader.size - 32), 32);
  return asciiAt(trailer, 0, 32) === insta360Trailer;
}

function conclude({ width, height, shape, stereoMode, evidence }: Finding): ProjectionDetection {
  const flat: ProjectionDetection = {
    ...NOTHING_FOUND,
    stereoMode,
    evidence: strongestFirst(evidence),
    width: orNull(width),
    height: orNull(height),
  };
  if (shape === 'sphere' && !isTooWide(flat)) return { ...flat, projection: 'equirectangular', confidence: 'certain' };
  if (shape === 'half_sphere') return { ...flat, confidence: 'certain', evidence: [...flat.evidence, 'vr180'] };
  if (shape === 'cubemap') return { ...flat, confidence: 'certain', evidence: [...flat.evidence, 'cubemap'] };
  if (shape !== null) return { ...flat, confidence: 'certain', evidence: [...flat.evidence, 'partial'] };
  if (evidence.some((one) => one.startsWith('unstitched.'))) return { ...flat, confidence: 'certain' };
  if (!looksLikeSphere(flat)) return flat;
  return { ...flat, projection: 'equirectangular', confidence: 'likely', evidence: [...flat.evidence, 'ratio.2_1'] };
}

/** A picture that leaves out what it shows of the sphere, and is too wide to be all of it. */
const isTooWide = ({ width, height, stereoMode }: ProjectionDetection): boolean =>
  width !== null && height !== null && stereoMode !== 'left-right' && width > 2.2 * height;

/** What speaks of the eyes only stands behind what speaks of the shape. */
const strongestFirst = (evidence: readonly ProjectionEvidence[]): ProjectionEvidence[] => [
  ...evidence.filter((one) => !ofEyes.has(one)),
  ...evidence.filter((one) => ofEyes.has(one)),
];
const ofEyes: ReadonlySet<ProjectionEvidence> = new Set(['mp4.st3d', 'matroska.stereo_mode']);

const orNull = (size: number | null): number | null => (size === 0 ? null : size);

/** Twice as wide as high, for each eye. */
function looksLikeSphere({ width, height, stereoMode }: ProjectionDetection): boolean {
  if (width === null || height === null) return false;
  const eyeWidth = stereoMode === 'left-right' ? width / 2 : width;
  const eyeHeight = stereoMode === 'top-bottom' ? height / 2 : height;
  return eyeWidth >= minSphereWidth && Math.abs(eyeWidth - 2 * eyeHeight) <= 2;
}
