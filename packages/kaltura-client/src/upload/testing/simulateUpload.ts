import { LanePool } from '../LanePool.ts';
import { sendWindow, type Chunk } from '../sendWindow.ts';
import { SimulatedHost, type HostOptions } from './SimulatedHost.ts';
import { VirtualTime } from './VirtualTime.ts';

/** Form fields and headers of a chunk. */
const ENVELOPE_BYTES = 800;

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

/** The same bytes as an upload sends them: a token, a preflight, the window. */
export async function simulateUpload(options: HostOptions, bytes: number): Promise<SimulatedUpload> {
  const time = new VirtualTime();
  const host = new SimulatedHost(time, options);
  const chunks: Chunk[] = [];
  const upload = async (): Promise<void> => {
    await host.post(ENVELOPE_BYTES);
    await host.roundTrip();
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
