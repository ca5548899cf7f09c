import { FLAT, type UploadItem } from '@spaces-kaltura/client/upload';

/** An upload as it could be, half-way through 6 GB where nothing else is said. */
export const sampleItem = (change: Partial<UploadItem> = {}): UploadItem => ({
  id: 'u1',
  status: 'uploading',
  waitingFor: null,
  dash: 'pending',
  dashObstacle: null,
  fileName: 'Castle_tour.mp4',
  size: 6e9,
  mediaType: 'video',
  metadata: { name: 'Castle tour', description: '', tags: [] },
  projection: FLAT,
  uploadedBytes: 3e9,
  bytesPerSecond: null,
  secondsLeft: null,
  entryId: null,
  problem: null,
  createdAt: 1,
  ...change,
});
