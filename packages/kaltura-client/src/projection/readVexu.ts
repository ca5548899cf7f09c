import { asciiAt, type RangeReader } from './createRangeReader.ts';
import { addEvidence, type Finding } from './Finding.ts';
import { boxAlong, type Mp4Box } from './mp4Boxes.ts';

/** Kinds of projection in `prji`; `rect` and unknown ones say nothing. */
const shapes: Readonly<Record<string, Finding['shape']>> = {
  equi: 'sphere',
  hequ: 'half_sphere',
  fish: 'half_sphere',
  // Apple Immersive Video: two fisheye pictures with their lenses described elsewhere.
  prim: 'half_sphere',
};

/** How `pkin` says that two eyes are packed into one picture. */
const packings: Readonly<Record<string, Finding['stereoMode']>> = { side: 'left-right', over: 'top-bottom' };

/**
 * Apple's projected media: `vexu` in the sample entry, with the kind of projection (`proj`/`prji`) and how two eyes are packed
 * (`pack`/`pkin`).
 */
export async function readVexu(
  reader: RangeReader,
  entry: Pick<Mp4Box, 'body' | 'end'>,
  finding: Finding,
): Promise<void> {
  const shape = shapes[await kindIn(reader, entry, ['vexu', 'proj', 'prji'])];
  if (shape === undefined) return;
  addEvidence(finding, 'mp4.vexu');
  finding.shape = shape;
  finding.stereoMode = packings[await kindIn(reader, entry, ['vexu', 'pack', 'pkin'])] ?? finding.stereoMode;
}

/** The four letters after version and flags. */
async function kindIn(
  reader: RangeReader,
  entry: Pick<Mp4Box, 'body' | 'end'>,
  path: readonly string[],
): Promise<string> {
  const box = await boxAlong(reader, entry, path);
  return box ? asciiAt(await reader.read(box.body, Math.min(8, box.end - box.body)), 4, 4) : '';
}
