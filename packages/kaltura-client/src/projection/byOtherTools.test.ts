import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectProjection } from './detectProjection.ts';

/**
 * Grey pictures of 64 × 32 pixels that other programs have annotated: exiftool 12.57 (`-XMP-GSpherical:…`, `-XMP-GPano:…`, and
 * compact), ffmpeg 5.1 (`-c copy -strict unofficial` from a file with a projection), MKVToolNix 74 (`--projection-type`,
 * `--tags`, mkvpropedit with the bounds of VR180).
 */
const folder = new URL('testing/byOtherTools/', import.meta.url);

const sphere = { projection: 'equirectangular', confidence: 'certain', width: 64, height: 32 };

test.each([
  ['exiftool.mp4', { ...sphere, stereoMode: 'top-bottom', evidence: ['mp4.uuid_xml'] }],
  ['exiftool.mov', { ...sphere, stereoMode: 'top-bottom', evidence: ['mp4.uuid_xml'] }],
  ['exiftool-gpano.mp4', { ...sphere, evidence: ['xmp.gpano'] }],
  ['exiftool.jpg', { ...sphere, evidence: ['xmp.gpano'] }],
  ['exiftool-compact.jpg', { ...sphere, evidence: ['xmp.gpano'] }],
  ['exiftool.png', { ...sphere, evidence: ['xmp.gpano'] }],
  ['exiftool.webp', { ...sphere, evidence: ['xmp.gpano'] }],
  ['ffmpeg.mp4', { ...sphere, stereoMode: 'left-right', evidence: ['mp4.sv3d', 'mp4.st3d'] }],
  ['ffmpeg-fragmented.mp4', { ...sphere, stereoMode: 'left-right', evidence: ['mp4.sv3d', 'mp4.st3d'] }],
  ['ffmpeg.mkv', { ...sphere, stereoMode: 'left-right', evidence: ['matroska.projection', 'matroska.stereo_mode'] }],
  [
    'mkvmerge-projection.mkv',
    { ...sphere, stereoMode: 'left-right', evidence: ['matroska.projection', 'matroska.stereo_mode'] },
  ],
  ['mkvmerge-tag.mkv', { ...sphere, evidence: ['matroska.tag_xml'] }],
  ['mkvmerge.webm', { ...sphere, evidence: ['matroska.projection'] }],
  ['mkvpropedit.mkv', { projection: 'flat', confidence: 'certain', evidence: ['matroska.projection', 'vr180'] }],
])('%s', async (name, expected) => {
  const file = new File([new Uint8Array(readFileSync(new URL(name, folder)))], name);
  expect(await detectProjection(file)).toMatchObject(expected);
});
