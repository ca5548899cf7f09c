import { discardUpload } from './attachUpload.ts';
import type { RunEnvironment } from './runUpload.ts';
import type { RunningUpload } from './RunningUpload.ts';
import { untilReachable } from './untilReachable.ts';

/**
 * Takes back whatever Kaltura holds of an upload, however long the network takes, and then forgets it. Until then its record
 * says `cancelled`, so that it is done after a reload at the latest.
 */
export async function takeBack(
  upload: RunningUpload,
  { client, network, clock, random, signal }: Required<RunEnvironment> & { signal: AbortSignal },
): Promise<void> {
  const { tokenId: uploadTokenId } = upload.holder;
  const { record } = upload;
  // Kaltura has never heard of it.
  if (record?.step === 'queued') return upload.forget();
  const begun = record === null || record.step === 'uploading' || record.step === 'arrived' ? null : record;
  await upload.remember({ step: 'cancelled' });
  const patience = { network, clock, random, onWaiting: () => {} };
  if (begun !== null && uploadTokenId !== null) {
    const bytes = { client, clock, uploadTokenId, uploadId: begun.id, signal };
    await untilReachable(() => discardUpload(bytes), patience, signal);
  }
  await untilReachable(() => upload.holder.drop(), patience, signal);
  await upload.forget();
}
