import { probeMedia } from '../../bytes/probe.ts';
import { type Entry, EntryStatus, MediaType } from '../../media/Entry.ts';
import { flavorAssetsOf } from '../../media/entryRows.ts';
import type { SandboxContext } from '../../SandboxContext.ts';
import type { PartnerState } from '../../state/PartnerState.ts';
import type { ThumbnailParams } from '../thumbnailParams.ts';
import { entryPictures } from './entryPictures.ts';

/** Where a thumbnail comes from. `key` is the same for the same picture, whatever size is asked for. */
export type PictureSource =
  | { kind: 'file'; key: string; blob: string }
  | { kind: 'frames'; key: string; video: string; seconds: readonly number[] }
  /** Frames of a strip that lies ready, by their number in it. */
  | { kind: 'strip'; key: string; blob: string; frames: number; picked: readonly number[] }
  | { kind: 'generic'; key: string; of: 'audio' | 'video' };

/** The picture of an entry, or null while there is none. */
export async function findPicture(
  entry: Entry,
  partner: PartnerState,
  params: ThumbnailParams,
  sandbox: SandboxContext,
): Promise<PictureSource | null> {
  if (entry.mediaType === MediaType.IMAGE) {
    return entry.contentId === null ? null : { kind: 'file', key: entry.contentId, blob: entry.contentId };
  }
  if (entry.mediaType === MediaType.AUDIO) {
    return entry.status === EntryStatus.READY ? { kind: 'generic', key: 'audio', of: 'audio' } : null;
  }
  if (entry.thumbnailVersion === 0) return null;

  const brought = entryPictures(sandbox).get(entry.id);
  const duration = entry.durationMs / 1000;
  const seconds = secondsOf(params, duration);
  if (brought?.filmstrip && seconds) {
    const { blob, frames } = brought.filmstrip;
    const picked = seconds.map((second) =>
      Math.min(frames - 1, Math.floor((second / Math.max(duration, 0.001)) * frames)),
    );
    return { kind: 'strip', key: `${blob} ${picked.join(',')}`, blob, frames, picked };
  }
  if (brought) return { kind: 'file', key: brought.poster, blob: brought.poster };

  const video = flavorAssetsOf(partner, entry.id).find((asset) => asset.contentId !== null)?.contentId;
  if (!video) return { kind: 'generic', key: 'video', of: 'video' };
  return framesAt(video, seconds, duration);
}

/** The picture of bytes that were uploaded and belong to no entry yet: how a page shows what is about to be published. */
export async function findUploadedPicture(
  tokenId: string,
  params: ThumbnailParams,
  sandbox: SandboxContext,
): Promise<PictureSource | null> {
  for (const { uploadTokens } of sandbox.partners.values()) {
    const bytesId = uploadTokens.get(tokenId)?.bytesId;
    const facts = bytesId === undefined ? null : await probeMedia(sandbox.bytes, bytesId).catch(() => null);
    if (bytesId === undefined || !facts) continue;
    const key = `${bytesId} ${sandbox.bytes.size(bytesId)}`;
    if (facts.kind === 'image') return { kind: 'file', key, blob: bytesId };
    if (facts.kind === 'audio') return { kind: 'generic', key: 'audio', of: 'audio' };
    return framesAt(bytesId, secondsOf(params, facts.durationMs / 1000), facts.durationMs / 1000);
  }
  return null;
}

/** Kaltura takes the frame after three seconds, or a third of a shorter film. */
function framesAt(video: string, seconds: number[] | null, duration: number): PictureSource {
  const wanted = seconds ?? [Math.min(3, duration / 3)];
  return { kind: 'frames', key: `${video} ${wanted.join(',')}`, video, seconds: wanted };
}

/** Null when the entry's own picture is asked for. */
function secondsOf({ second, slices, slice, from, to }: ThumbnailParams, duration: number): number[] | null {
  const last = Math.max(0, duration - 0.05);
  if (slices === 0) return second === null ? null : [Math.min(second, last)];
  const end = to === null || to <= from ? duration : Math.min(to, duration);
  const at = (index: number): number => Math.min(last, from + ((end - from) * index) / slices);
  if (slice !== null) return [at(Math.min(slices - 1, Math.max(0, slice)))];
  return Array.from({ length: slices }, (_, index) => at(index));
}
