import type { InputAudioTrack } from 'mediabunny';
import type { BytesStore } from '../bytes/BytesStore.ts';
import { openMedia } from '../bytes/probe.ts';

/** A file in pieces that players fetch one by one: an initialisation part, then segments. Byte ranges are `[start, end)`. */
export interface FragmentedMedia {
  blob: string;
  mimeType: 'video/mp4' | 'audio/mp4' | 'audio/mpeg';
  /** 0: the segments need no initialisation. */
  initEnd: number;
  segments: readonly Segment[];
  /** Seconds. */
  duration: number;
  /** Bits per second, of the densest segment: what players must be able to fetch. */
  bandwidth: number;
  /** RFC 6381, comma-separated when there are two tracks. */
  codecs: string;
  width: number;
  height: number;
  frameRate: number;
  sampleRate: number;
}

export interface Segment {
  start: number;
  end: number;
  /** Seconds. */
  time: number;
  duration: number;
}

/** `muxed` holds picture and sound in one file, as HLS without a sound group wants it. */
export type TrackChoice = 'video' | 'audio' | 'muxed';

/**
 * Rewrites a stored media file as fragmented MP4 without re-encoding it, as a packager in front of a CDN does on the fly.
 * An MP3 stays as it is, in one segment: browsers don't play it inside an MP4.
 * Null when the file has no such track, or its codec cannot live in an MP4.
 */
export async function fragmentMedia(
  bytes: BytesStore,
  id: string,
  choice: TrackChoice,
): Promise<FragmentedMedia | null> {
  const { Conversion, Mp4OutputFormat, Output, StreamTarget } = await import('mediabunny');
  const input = await openMedia(bytes, id);
  try {
    const video = choice === 'audio' ? null : await input.getPrimaryVideoTrack();
    const audio = choice === 'video' ? null : await input.getPrimaryAudioTrack();
    if (!video && !audio) return null;
    if (audio && !video && (await audio.getCodec()) === 'mp3') return await wholeMp3(bytes, id, audio);

    const blob = await bytes.create();
    const starts: { position: number; time: number }[] = [];
    let initEnd = 0;
    const target = new StreamTarget(
      new WritableStream({ write: async ({ data, position }) => void (await bytes.write(blob, position, data)) }),
    );
    const format = new Mp4OutputFormat({
      fastStart: 'fragmented',
      minimumFragmentDuration: 2,
      onMoov: (data, position) => {
        initEnd = position + data.byteLength;
      },
      onMoof: (_data, position, time) => {
        starts.push({ position, time });
      },
    });
    const conversion = await Conversion.init({
      input,
      output: new Output({ format, target }),
      tracks: 'primary',
      video: video ? {} : { discard: true },
      audio: audio ? {} : { discard: true },
    });
    if (!conversion.isValid || starts.length > 0) return null;
    await conversion.execute();

    const duration = await input.computeDuration([video, audio].filter((track) => track !== null));
    const mediaEnd = await endOfMedia(bytes, blob, starts.at(-1)?.position ?? initEnd);
    const segments = starts.map(({ position, time }, index) => {
      const next = starts[index + 1];
      return { start: position, end: next?.position ?? mediaEnd, time, duration: (next?.time ?? duration) - time };
    });
    const names = [await video?.getCodecParameterString(), await audio?.getCodecParameterString()];
    return {
      blob,
      mimeType: video ? 'video/mp4' : 'audio/mp4',
      initEnd,
      segments,
      duration,
      bandwidth: Math.ceil(Math.max(...segments.map((part) => ((part.end - part.start) * 8) / part.duration))),
      codecs: names.filter(Boolean).join(','),
      width: (await video?.getSquarePixelWidth()) ?? 0,
      height: (await video?.getSquarePixelHeight()) ?? 0,
      frameRate: video ? (await video.computePacketStats(100)).averagePacketRate : 0,
      sampleRate: (await audio?.getSampleRate()) ?? 0,
    };
  } finally {
    input.dispose();
  }
}

async function wholeMp3(bytes: BytesStore, blob: string, track: InputAudioTrack): Promise<FragmentedMedia> {
  const [duration, end] = [await track.computeDuration(), bytes.size(blob)];
  return {
    blob,
    mimeType: 'audio/mpeg',
    initEnd: 0,
    segments: [{ start: 0, end, time: 0, duration }],
    duration,
    bandwidth: Math.ceil((end * 8) / duration),
    codecs: 'mp3',
    width: 0,
    height: 0,
    frameRate: 0,
    sampleRate: await track.getSampleRate(),
  };
}

/** The last fragment ends with its `mdat`; what may follow (a table for random access) is no media. */
async function endOfMedia(bytes: BytesStore, blob: string, lastMoof: number): Promise<number> {
  let position = lastMoof;
  for (let box = 0; box < 2; box++) {
    const head = await bytes.slice(blob, position, position + 16);
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const size = view.getUint32(0);
    position += size === 1 ? Number(view.getBigUint64(8)) : size;
  }
  return position;
}
