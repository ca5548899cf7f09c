import type { Input, InputAudioTrack, InputVideoTrack } from 'mediabunny';
import type { BytesStore } from './BytesStore.ts';
import { readImageSize } from './imageSize.ts';
import { sniffContentType } from './sniff.ts';

/** What the sandbox learned from the bytes themselves; sizes in pixels, 0 where the medium has none. */
export interface MediaFacts {
  kind: 'video' | 'audio' | 'image';
  contentType: string;
  durationMs: number;
  width: number;
  height: number;
  /** Frames per second, as Kaltura rounds it; 0 without video. */
  frameRate: number;
  /** Of the whole file, in kbit/s. */
  bitrate: number;
  /** Four letters as in Kaltura's `videoCodecId`: `avc1`, `hvc1`, `vp09` …; null without video. */
  videoCodec: string | null;
  /** RFC 6381 strings for manifests, e.g. `avc1.42c01e`, `mp4a.40.2`; empty for images. */
  codecs: readonly string[];
  hasAudio: boolean;
}

/** Reads what is needed of a stored file, not all of it. Null for what is neither a picture nor playable media. */
export async function probeMedia(bytes: BytesStore, id: string): Promise<MediaFacts | null> {
  const head = await bytes.slice(id, 0, 256 * 1024);
  const contentType = sniffContentType(head.subarray(0, 4096));
  if (contentType.startsWith('image/')) {
    const size = readImageSize(head) ?? { width: 0, height: 0 };
    return { ...silent, kind: 'image', contentType, ...size };
  }
  if (!/^(?:video|audio)\//.test(contentType)) return null;

  const input = await openMedia(bytes, id);
  try {
    if (!(await input.canRead())) return null;
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    if (!video && !audio) return null;
    const seconds = await input.computeDuration();
    return {
      ...silent,
      kind: video ? 'video' : 'audio',
      contentType,
      durationMs: Math.round(seconds * 1000),
      bitrate: seconds > 0 ? Math.round((bytes.size(id) * 8) / seconds / 1000) : 0,
      ...(video ? await videoFacts(video) : {}),
      codecs: await codecStrings(video, audio),
      hasAudio: audio !== null,
    };
  } finally {
    input.dispose();
  }
}

/** Opens a stored file for mediabunny; the caller disposes it. The library is loaded with the first file that needs it. */
export async function openMedia(bytes: BytesStore, id: string): Promise<Input> {
  const { ALL_FORMATS, CustomSource, Input } = await import('mediabunny');
  const source = new CustomSource({
    getSize: () => bytes.size(id),
    read: (start, end) => bytes.slice(id, start, end),
    prefetchProfile: 'fileSystem',
  });
  return new Input({ source, formats: ALL_FORMATS });
}

const silent = {
  durationMs: 0,
  width: 0,
  height: 0,
  frameRate: 0,
  bitrate: 0,
  videoCodec: null,
  codecs: [],
  hasAudio: false,
};

async function videoFacts(
  track: InputVideoTrack,
): Promise<Pick<MediaFacts, 'width' | 'height' | 'frameRate' | 'videoCodec'>> {
  const [width, height, rotation] = [
    await track.getSquarePixelWidth(),
    await track.getSquarePixelHeight(),
    await track.getRotation(),
  ];
  const { averagePacketRate } = await track.computePacketStats(100);
  const sideways = rotation % 180 !== 0;
  return {
    width: sideways ? height : width,
    height: sideways ? width : height,
    frameRate: Math.round(averagePacketRate * 1000) / 1000,
    videoCodec: (await track.getCodecParameterString())?.slice(0, 4) ?? null,
  };
}

async function codecStrings(video: InputVideoTrack | null, audio: InputAudioTrack | null): Promise<string[]> {
  const all = [await video?.getCodecParameterString(), await audio?.getCodecParameterString()];
  return all.filter((codec) => codec !== null && codec !== undefined);
}
