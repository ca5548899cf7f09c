import type { StereoMode } from '../services/spherical.ts';
import type { ProjectionEvidence } from './ProjectionDetection.ts';

/** What one format's reader found in a file. */
export interface Finding {
  width: number | null;
  height: number | null;
  /** What the metadata says the picture covers; null when it says nothing. */
  shape: 'sphere' | 'half_sphere' | 'part' | 'cubemap' | null;
  stereoMode: StereoMode;
  evidence: ProjectionEvidence[];
}

export const newFinding = (): Finding => ({ width: null, height: null, shape: null, stereoMode: 'mono', evidence: [] });

export function addEvidence(finding: Finding, evidence: ProjectionEvidence): void {
  if (!finding.evidence.includes(evidence)) finding.evidence.push(evidence);
}

/**
 * The part of a sphere that an equirectangular picture covers, from the fractions (0 to 1) cut off its sides. A whole
 * picture may miss a few pixels; one that shows the front half is VR180.
 */
export function shapeOf(cut: { horizontal: number; vertical: number }): 'sphere' | 'half_sphere' | 'part' {
  if (cut.vertical > 0.05) return 'part';
  if (cut.horizontal <= 0.05) return 'sphere';
  return cut.horizontal >= 0.4 && cut.horizontal <= 0.6 ? 'half_sphere' : 'part';
}
