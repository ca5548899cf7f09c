import { abortReason, type Clock } from '../api/Clock.ts';
import type { Arrivals } from './Arrivals.ts';
import { nextLength } from './chunkLength.ts';
import { repeatableAt, secondsToGo, toRepeat, type Flight } from './Flight.ts';
import type { Lane, LanePool } from './LanePool.ts';
import type { SendChunk } from './sendWindow.ts';
import { secondsTogether, typicalRate, withRates, type LaneAhead } from './lanesTogether.ts';

/** How far a chunk may run ahead of the oldest one that is not answered: what lies beyond a gap is lost on resume. */
const MAX_AHEAD_BYTES = 160 * 1024 * 1024;

export interface ParallelOptions {
  /** Bytes of the file, from and to. */
  from: number;
  to: number;
  piece: (from: number, to: number) => Blob;
  send: SendChunk;
  pool: LanePool;
  clock: Clock;
  arrivals: Arrivals;
  signal: AbortSignal;
}

/**
 * Sends part of a file as chunks side by side near the contiguous end, as many as there are lanes. Towards the end a lane
 * without work repeats what another one is late with; Kaltura takes a chunk twice without harm.
 *
 * @throws the first error that a chunk could not mend; by then every other chunk is stopped
 */
export async function sendParallel(options: ParallelOptions): Promise<void> {
  const { from, to, piece, send, pool, clock, arrivals, signal } = options;
  const failed = new AbortController();
  const stopped = AbortSignal.any([signal, failed.signal]);
  const flights = new Set<Flight>();
  const sendings = new Set<Promise<void>>();
  let next = from;

  const isDone = (): boolean => stopped.aborted || (next >= to && flights.size === 0);
  while (!isDone()) {
    const lane = await pool.acquire(stopped).catch(() => null);
    if (lane === null) break;
    const flight = workFor(lane);
    if (flight) start(flight, lane);
    else {
      lane.release('unused');
      // Everything may have arrived while it waited for the lane.
      if (!isDone()) await somethingToDo(lane);
    }
  }
  await Promise.all(sendings);
  if (stopped.aborted) throw abortReason(stopped);

  function workFor(lane: Lane): Flight | null {
    const now = pool.now();
    const rate = lane.pace.rate ?? typicalRate([...pool.idle, ...flights]);
    const others = otherLanes(rate, now);
    if (rate === null) return newFlight(lane, others, now);
    const rest = secondsTogether(to - next, withRates([...others, { rate, busySeconds: 0 }], rate));
    return toRepeat(flights, rate, rest, now) ?? newFlight(lane, others, now) ?? toRepeat(flights, rate, 0, now);
  }

  function newFlight({ pace }: Lane, others: readonly LaneAhead[], since: number): Flight | null {
    if (next >= to || next - arrivals.contiguous > MAX_AHEAD_BYTES) return null;
    const length = nextLength(pace, to - next, others, pool.pause);
    if (length === 0) return null;
    const at = next;
    next += length;
    return { at, bytes: piece(at, next), since, rate: pace.rate, over: new AbortController(), copies: 0 };
  }

  function otherLanes(typical: number | null, now: number): LaneAhead[] {
    const idle = pool.idle.map(({ rate }) => ({ rate, busySeconds: 0 }));
    const busy = [...flights].map((flight) => ({
      rate: flight.rate,
      busySeconds: typical === null ? 0 : secondsToGo(flight, typical, now),
    }));
    return [...idle, ...busy];
  }

  /** A chunk has arrived, or is late enough for this lane to repeat it. */
  async function somethingToDo({ pace }: Lane): Promise<void> {
    const awake = new AbortController();
    const rate = pace.rate ?? typicalRate([...pool.idle, ...flights]);
    const wait = rate === null ? Number.POSITIVE_INFINITY : repeatableAt(flights, rate) - pool.now();
    const nap = Number.isFinite(wait) ? [clock.sleep(Math.max(1, wait), awake.signal).catch(() => {})] : [];
    await Promise.race([...sendings, ...nap]);
    awake.abort();
  }

  function start(flight: Flight, lane: Lane): void {
    const { at, bytes, over } = flight;
    flight.copies += 1;
    flights.add(flight);
    const chunk = { at, bytes, resume: true, final: false };
    const sending = send(chunk, { signal: AbortSignal.any([stopped, over.signal]) })
      .then(
        (timing) => {
          lane.release(timing ?? 'unused');
          if (over.signal.aborted) return;
          flights.delete(flight);
          arrivals.add(at, bytes.size);
          over.abort(new DOMException('The chunk has arrived', 'AbortError'));
        },
        (error: unknown) => {
          const isOver = over.signal.aborted;
          // Whoever waits for a lane is to hear of the failure first.
          if (!isOver) failed.abort(error);
          lane.release(isOver ? 'abandoned' : 'failed');
        },
      )
      .finally(() => sendings.delete(sending));
    sendings.add(sending);
  }
}
