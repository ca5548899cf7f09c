import type { UploadProjection } from '@spaces-kaltura/client/upload';

/** How a person wants something shown. */
export type ProjectionChoice = Pick<UploadProjection, 'projection' | 'stereoMode'>;
