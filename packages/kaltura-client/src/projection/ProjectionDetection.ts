import type { Projection, StereoMode } from '../services/spherical.ts';

/** How sure the file makes us: metadata says so, its shape suggests it, or nothing speaks for it. */
export type ProjectionConfidence = 'certain' | 'likely' | 'none';

/** What in the file speaks for or against it; the sentence for each is in the catalogue of whoever shows it. */
export type ProjectionEvidence =
  | 'mp4.sv3d'
  | 'mp4.uuid_xml'
  | 'mp4.st3d'
  | 'mp4.vexu'
  | 'matroska.projection'
  | 'matroska.tag_xml'
  | 'matroska.stereo_mode'
  | 'xmp.gpano'
  | 'ratio.2_1'
  | 'vr180'
  | 'cubemap'
  | 'partial'
  | 'unstitched.insta360'
  | 'unstitched.gopro_max'
  | 'unstitched.dual_fisheye'
  | 'heic';

/** The answer of `detectProjection`. */
export interface ProjectionDetection {
  /** `equirectangular` is what the tag `360` means; everything else is `flat` to Kaltura's player. */
  readonly projection: Projection;
  readonly stereoMode: StereoMode;
  readonly confidence: ProjectionConfidence;
  readonly evidence: readonly ProjectionEvidence[];
  /** Pixels, where the header says so. */
  readonly width: number | null;
  readonly height: number | null;
}

export const NOTHING_FOUND: ProjectionDetection = {
  projection: 'flat',
  stereoMode: 'mono',
  confidence: 'none',
  evidence: [],
  width: null,
  height: null,
};
