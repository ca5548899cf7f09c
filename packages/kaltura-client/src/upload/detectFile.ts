import { detectProjection } from '../projection/detectProjection.ts';
import type { DetectProjection } from './runUpload.ts';

/** `detectProjection` as an upload wants it: where neither metadata nor shape says anything, nobody has decided. */
export const detectFile: DetectProjection = async (file, signal) => {
  const { projection, stereoMode, confidence, evidence } = await detectProjection(file, { signal });
  return {
    projection,
    stereoMode,
    confidence,
    decidedBy: confidence === 'certain' ? 'file' : 'nobody',
    evidence,
  };
};
