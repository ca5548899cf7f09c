import { type Transcode, transcodeNothing } from './media/Transcode.ts';

/** How this sandbox behaves where accounts differ. Times in seconds. */
export interface SandboxSettings {
  /** How long a final chunk waits for bytes that are still missing. Kaltura's stock value is 45. */
  finalChunkWait: number;
  /** A partial upload untouched for longer cannot be resumed. Stock: 7 days. */
  resumeLimit: number;
  /** New and changed entries appear in lists only after this. */
  indexLag: number;
  /** From the last byte to READY. */
  conversionTime: number;
  /** Only content of the known media types is accepted at the final chunk. */
  restrictFileTypes: boolean;
  /** Anonymous answers (no KS, widget KS) are replayed from a cache for this long; 0 turns it off. */
  responseCache: number;
  /** Makes the renditions of uploads; `createFfmpegTranscode` of `./node` really does, the default lets all flavors play the source. */
  transcode: Transcode;
}

export const defaultSettings: SandboxSettings = {
  finalChunkWait: 45,
  resumeLimit: 604_800,
  indexLag: 0,
  conversionTime: 2,
  restrictFileTypes: true,
  responseCache: 600,
  transcode: transcodeNothing,
};
