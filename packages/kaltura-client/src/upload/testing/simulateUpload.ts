import { LanePool } from '../LanePool.ts';
import { sendWindow, type Chunk } from '../sendWindow.ts';
import { SimulatedHost, type HostOptions } from './SimulatedHost.ts';
import { VirtualTime } from './VirtualTime.ts';

/** Form fields and headers of a chunk. */
const ENVELOPE_BYTES = 800;
/** How often a browser tells of progress. */
const PROGRESS_MS = 50;

export interface SimulatedUpload {
  seconds: number;
  /** In the order of sending. */
  chunks: Chunk[];
  sentBytes: number;
}

/** Seconds that one request with so many bytes takes: handshake, preflight, body. */
export async function simulateOneRequest(options: HostOptions, bytes: number): Promise<number> {
  const time = new VirtualTime();
  const host = new SimulatedHost(time, options);
  const upload = host.roundTrip().then(() => host.post(bytes));
  return (await time.pass(upload)) / 1000;
}

/**
 * The same bytes as an upload sends them in a browser: a token and the window, whose second chunk has a preflight that the
 * others wait for, until they hear of progress.
 */
export async function simulateUpload(options: HostOptions, bytes: number): Promise<SimulatedUpload> {
  const time = new VirtualTime();
  const host = new SimulatedHost(time, options);
  const chunks: Chunk[] = [];
  const upload = async (): Promise<void> => {
    await host.post(ENVELOPE_BYTES);
    let progress: Promise<void> | null = null;
    const preflight = async (): Promise<void> => {
      if (progress) return progress;
      progress = time.sleep(Math.ceil(options.rttMs / PROGRESS_MS + 0.1) * PROGRESS_MS);
      return host.roundTrip();
    };
    await sendWindow({
      rest: sizedBlob(bytes),
      offset: 0,
      size: bytes,
      begun: false,
      heldBytes: 0,
      pool: new LanePool({ now: () => time.now() }),
      clock: time,
      onArrived: () => {},
      signal: new AbortController().signal,
      send: async (chunk, { signal }) => {
        chunks.push(chunk);
        if (chunk.resume) await preflight();
        const { size } = chunk.bytes;
        return { bytes: size, ...(await host.post(size + ENVELOPE_BYTES, signal)) };
      },
    });
  };
  const seconds = (await time.pass(upload())) / 1000;
  return { seconds, chunks, sentBytes: chunks.reduce((sum, chunk) => sum + chunk.bytes.size, 0) };
}

/** So many bytes without any. */
export function sizedBlob(size: number): Blob {
  const slice = (from = 0, to = size): Blob => sizedBlob(to - from);
  return { size, slice } as Blob;
}
