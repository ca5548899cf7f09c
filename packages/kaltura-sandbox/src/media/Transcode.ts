import type { MediaFacts } from '../bytes/probe.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { FlavorParams } from './flavorParams.ts';

/** Makes one rendition of a stored file and answers where it is; rejects when it cannot. */
export type Transcode = (job: TranscodeJob) => Promise<{ contentId: string }>;

export interface TranscodeJob {
  bytes: SandboxContext['bytes'];
  contentId: string;
  facts: MediaFacts;
  /** What to make; a source smaller than that stays as small as it is. */
  target: FlavorParams;
}

/** Without an encoder every rendition plays the source itself. */
export const transcodeNothing: Transcode = ({ contentId }) => Promise.resolve({ contentId });
