export { detectProjection } from './detectProjection.ts';

export type { SliceableFile } from './createRangeReader.ts';
export type { DetectProjectionOptions } from './detectProjection.ts';
export type { ProjectionConfidence, ProjectionDetection, ProjectionEvidence } from './ProjectionDetection.ts';
