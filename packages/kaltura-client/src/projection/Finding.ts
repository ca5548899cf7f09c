import type { StereoMode } from '../services/spherical.ts';
import type { ProjectionEvidence } from './ProjectionDetection.ts';

/** What one format's reader found in a file. */
export interface Finding {
  width: number | null;
  height: number | null;
  /** Video tracks of the same size as the first one, itself included: lenses, where there are several. */
  lenses: number;
  /** What the metadata says the picture covers; null when it says nothing. */
  shape: 'sphere' | 'half_sphere' | 'part' | 'cubemap' | null;
  stereoMode: StereoMode;
  evidence: ProjectionEvidence[];
}

export const newFinding = (): Finding => ({
  width: null,
  height: null,
  lenses: 1,
  shape: null,
  stereoMode: 'mono',
  evidence: [],
});

export function addEvidence(finding: Finding, evidence: ProjectionEvidence): void {
  if (!finding.evidence.includes(evidence)) finding.evidence.push(evidence);
}

/**
 * The part of a sphere that an equirectangular picture covers, from the fractions (0 to 1) cut off its sides. A whole
 * picture may miss a few pixels; one that shows the front half is VR180.
 */
export function shapeOf({ horizontal, vertical }: Cut): 'sphere' | 'half_sphere' | 'part' {
  if (horizontal <= 0.05 && vertical <= 0.05) return 'sphere';
  // Cameras for VR180 see a little less than half of it.
  return horizontal >= 0.4 && horizontal <= 0.6 && vertical <= 0.2 ? 'half_sphere' : 'part';
}

interface Cut {
  horizontal: number;
  vertical: number;
}
