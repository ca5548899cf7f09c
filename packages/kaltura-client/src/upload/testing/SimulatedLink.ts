import type { VirtualTime } from './VirtualTime.ts';

/** Bytes of a packet on the link, and those of them that are payload. */
export const PACKET_BYTES = 1500;
export const PAYLOAD_BYTES = 1448;

const STALL_EVERY_MS = 150;

export interface LinkOptions {
  mbit: number;
  rttMs: number;
  /** Of the packets, percent. */
  loss?: number;
  seed?: number;
  /** Milliseconds that a full queue holds up; one round trip unless given, and at least 256 KiB. */
  queueMs?: number;
  /** A busy machine lets packets lie for up to so long, every now and then, and then handles them in a bunch. */
  stallMs?: number;
}

/** A link with a queue of one bandwidth-delay product that drops what does not fit; answers come back on a free way. */
export class SimulatedLink {
  readonly rttMs: number;
  readonly #time: VirtualTime;
  readonly #packetMs: number;
  readonly #queueMs: number;
  readonly #loss: number;
  readonly #stallMs: number;
  readonly #seed: number;
  #random: number;
  #freeAt = 0;

  constructor(time: VirtualTime, { mbit, rttMs, loss = 0, seed = 1, stallMs = 0, queueMs }: LinkOptions) {
    this.#time = time;
    this.rttMs = rttMs;
    this.#packetMs = (PACKET_BYTES * 8) / (mbit * 1000);
    this.#queueMs = queueMs ?? Math.max(rttMs, (256 * 1024 * 8) / (mbit * 1000));
    this.#loss = loss / 100;
    this.#stallMs = stallMs;
    this.#seed = seed;
    this.#random = seed;
  }

  /** Sends a packet; `onAnswer` is called when its acknowledgement is back, or never. */
  send(onAnswer: () => void): void {
    const now = this.#time.now();
    if (this.#loss > 0 && this.#nextRandom() < this.#loss) return;
    const starts = Math.max(now, this.#freeAt);
    if (starts - now > this.#queueMs) return;
    this.#freeAt = starts + this.#packetMs;
    this.#time.at(this.#handled(this.#freeAt + this.rttMs), onAnswer);
  }

  #handled(time: number): number {
    if (this.#stallMs === 0) return time;
    const slot = Math.floor(time / STALL_EVERY_MS);
    const stall = (((Math.imul(slot + this.#seed * 7919, 2_654_435_761) >>> 8) % 1000) / 1000) ** 2 * this.#stallMs;
    return Math.max(time, slot * STALL_EVERY_MS + stall);
  }

  /** Numerical Recipes' linear congruence. */
  #nextRandom(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#random / 2 ** 32;
  }
}
