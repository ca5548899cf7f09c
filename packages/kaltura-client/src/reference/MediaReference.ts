import type { Projection, StereoMode } from '../services/spherical.ts';

export type ReferenceMediaType = 'video' | 'image' | 'audio';

/**
 * What a host stores about an imported entry: small, serialisable, without a KS and without signed URLs. Whoever can edit
 * a space can craft one, so a stored reference is read through `parseMediaReference` only.
 */
export interface MediaReference {
  readonly version: 1;
  readonly source: 'kaltura';
  readonly serviceUrl: string;
  readonly partnerId: number;
  readonly entryId: string;
  readonly mediaType: ReferenceMediaType;
  readonly name: string;
  readonly projection: Projection;
  readonly stereoMode: StereoMode;
  /** Null for images, and while Kaltura was still processing at import. */
  readonly durationMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly thumbnailUrl: string | null;
}
