import { SimulatedConnection, type Posted } from './SimulatedConnection.ts';
import { SimulatedLink, type LinkOptions } from './SimulatedLink.ts';
import type { VirtualTime } from './VirtualTime.ts';

export interface HostOptions extends LinkOptions {
  latencyMs?: number;
}

/** A server behind a link, and a browser's connections to it, which are kept and used again. */
export class SimulatedHost {
  readonly #time: VirtualTime;
  readonly #link: SimulatedLink;
  readonly #latencyMs: number;
  readonly #idle: SimulatedConnection[] = [];

  constructor(time: VirtualTime, { latencyMs = 0, ...link }: HostOptions) {
    this.#time = time;
    this.#link = new SimulatedLink(time, link);
    this.#latencyMs = latencyMs;
  }

  /** Posts a body; an abort breaks its connection and rejects. */
  async post(bytes: number, signal?: AbortSignal): Promise<Posted> {
    const began = this.#time.now();
    const connection = this.#idle.pop() ?? new SimulatedConnection(this.#time, this.#link);
    if (connection.isNew) await this.roundTrip();
    signal?.throwIfAborted();
    let abort = (): void => {};
    const aborted = new Promise<never>((_resolve, reject) => {
      abort = () => {
        connection.break();
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
    });
    const { pause } = await Promise.race([connection.post(bytes, this.#latencyMs), aborted]);
    signal?.removeEventListener('abort', abort);
    this.#idle.push(connection);
    return { seconds: (this.#time.now() - began) / 1000, pause };
  }

  /** Of a packet with nothing in it: a handshake, a preflight. */
  async roundTrip(): Promise<void> {
    await this.#time.sleep(this.#link.rttMs);
  }
}
