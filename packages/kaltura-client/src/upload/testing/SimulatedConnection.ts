import { PAYLOAD_BYTES, type SimulatedLink } from './SimulatedLink.ts';
import type { VirtualTime } from './VirtualTime.ts';

/** Packets: what Linux begins with, and what its buffers hold at most. */
const INITIAL_WINDOW = 10;
const MAX_WINDOW = (3 * 1024 * 1024) / PAYLOAD_BYTES;
/** CUBIC's constants (RFC 9438). */
const C = 0.4;
const BETA = 0.7;
const MIN_RTO_MS = 200;
const HYSTART_LOW_WINDOW = 16;
const HYSTART_SAMPLES = 8;
/** How often a browser tells how far a body has been sent. */
const PROGRESS_MS = 100;
/** Settled packets are dropped from the list that many at a time. */
const FORGET_AFTER = 4096;

interface Packet {
  arrived: boolean;
}

interface Sent {
  readonly packet: Packet;
  readonly at: number;
  readonly order: number;
  isGone: boolean;
}

export interface Posted {
  /** From the beginning to the answer. */
  seconds: number;
  /** From the last time that a browser says that bytes are left to hand over, to the answer. */
  pause: number;
}

/**
 * A TCP connection as Linux has it, roughly: slow start with HyStart, CUBIC, fast retransmit by later acknowledgements, tail
 * loss probe, retransmission timeout, a window that shrinks while it rests. One request at a time.
 */
export class SimulatedConnection {
  readonly #time: VirtualTime;
  readonly #link: SimulatedLink;
  #window = INITIAL_WINDOW;
  #threshold = Number.POSITIVE_INFINITY;
  /** In the order of sending; those before `#oldest` are settled. */
  #sent: Sent[] = [];
  #oldest = 0;
  #order = 0;
  #inFlight = 0;
  #lost: Packet[] = [];
  #unsent = 0;
  #missing = 0;
  #isLimited = false;
  #recoverUntil = 0;
  #lastSentAt = 0;
  #smoothedRtt = 0;
  #rttDeviation = 0;
  #minRtt = Number.POSITIVE_INFINITY;
  /** Of CUBIC: when the curve began, where it is flat, and the window without CUBIC. */
  #epoch: number | null = null;
  #flatAt = 0;
  #lastMax = 0;
  #reno = 0;
  /** Of HyStart, for the current round. */
  #roundEnds = 0;
  #roundSamples = 0;
  #roundMinRtt = Number.POSITIVE_INFINITY;
  #roundBegan = 0;
  #lastAnswerAt = 0;
  #deadline = 0;
  #isWatched = false;
  #timeouts = 0;
  #handedOver: (() => void) | null = null;
  #done: (() => void) | null = null;
  isBroken = false;
  isNew = true;

  constructor(time: VirtualTime, link: SimulatedLink) {
    this.#time = time;
    this.#link = link;
  }

  /** Posts a body and waits for the answer, which the server takes `latencyMs` for. */
  async post(bytes: number, latencyMs: number): Promise<Posted> {
    const began = this.#time.now();
    this.isNew = false;
    this.#rest(began);
    this.#unsent = Math.ceil(bytes / PAYLOAD_BYTES) || 1;
    this.#missing = this.#unsent;
    let handedOverAt = began;
    this.#handedOver = () => {
      handedOverAt = began + Math.floor((this.#time.now() - began) / PROGRESS_MS) * PROGRESS_MS;
    };
    await new Promise<void>((resolve) => {
      this.#done = resolve;
      this.#noteHandedOver();
      this.#sendWhatFits();
    });
    // The acknowledgement of the last packet travels as the answer would.
    await this.#time.sleep(latencyMs);
    const now = this.#time.now();
    return { seconds: (now - began) / 1000, pause: Math.max(1, now - handedOverAt) / 1000 };
  }

  /** Nothing of what is under way counts any more. */
  break(): void {
    this.isBroken = true;
    this.#done = null;
    this.#unsent = 0;
    this.#lost = [];
    this.#sent = [];
  }

  /** After a while without sending, the window is no longer trusted. */
  #rest(now: number): void {
    const idle = now - this.#lastSentAt;
    if (this.#lastSentAt === 0) return;
    if (this.#epoch !== null) this.#epoch += idle;
    this.#threshold = Math.max(this.#threshold, 0.75 * this.#window);
    for (let waited = idle - this.#rto(); waited > 0; waited -= this.#rto()) {
      this.#window = Math.max(INITIAL_WINDOW, this.#window / 2);
    }
  }

  #sendWhatFits(): void {
    while (this.#inFlight < Math.min(this.#window, MAX_WINDOW)) {
      const packet = this.#nextPacket();
      if (packet === null) {
        this.#isLimited = this.#inFlight * 2 > this.#window && this.#window < this.#threshold;
        return;
      }
      this.#send(packet);
    }
    this.#isLimited = this.#window <= MAX_WINDOW;
  }

  #nextPacket(): Packet | null {
    for (let lost = this.#lost.shift(); lost; lost = this.#lost.shift()) if (!lost.arrived) return lost;
    if (this.#unsent === 0) return null;
    this.#unsent -= 1;
    return { arrived: false };
  }

  #send(packet: Packet): void {
    const sent: Sent = { packet, at: this.#time.now(), order: (this.#order += 1), isGone: false };
    this.#sent.push(sent);
    this.#inFlight += 1;
    this.#lastSentAt = sent.at;
    if (this.#inFlight === 1) this.#startTimer();
    this.#link.send(() => this.#answered(sent));
  }

  #answered(sent: Sent): void {
    if (this.isBroken) return;
    const { packet } = sent;
    this.#measureRtt(this.#time.now() - sent.at);
    this.#timeouts = 0;
    if (!sent.isGone) this.#settle(sent);
    this.#findLost(sent);
    if (!packet.arrived) {
      packet.arrived = true;
      this.#missing -= 1;
    }
    if (this.#isLimited && sent.order > this.#recoverUntil) this.#grow(sent);
    this.#noteHandedOver();
    if (this.#missing === 0 && this.#done) {
      const done = this.#done;
      this.#done = null;
      this.#time.wake(done);
      return;
    }
    this.#startTimer();
    this.#sendWhatFits();
  }

  #settle(sent: Sent): void {
    sent.isGone = true;
    this.#inFlight -= 1;
  }

  /** Nothing is reordered here: what was sent before and is not answered is lost. */
  #findLost({ order }: Sent): void {
    for (; this.#oldest < this.#sent.length; this.#oldest += 1) {
      const earlier = this.#sent[this.#oldest];
      if (earlier === undefined || earlier.order > order) break;
      if (earlier.isGone) continue;
      this.#settle(earlier);
      this.#lost.push(earlier.packet);
      if (earlier.order > this.#recoverUntil) this.#backOff();
    }
    if (this.#oldest > FORGET_AFTER) {
      this.#sent.splice(0, this.#oldest);
      this.#oldest = 0;
    }
  }

  #backOff(): void {
    this.#recoverUntil = this.#order;
    this.#lastMax = this.#window < this.#lastMax ? (this.#window * (1 + BETA)) / 2 : this.#window;
    this.#threshold = Math.max(2, this.#window * BETA);
    this.#window = this.#threshold;
    this.#epoch = null;
  }

  #grow(sent: Sent): void {
    if (this.#window < this.#threshold) {
      this.#window += 1;
      this.#watchSlowStart(sent);
      return;
    }
    const now = this.#time.now();
    if (this.#epoch === null) {
      this.#epoch = now;
      this.#flatAt = Math.max(this.#lastMax, this.#window);
      this.#reno = this.#window;
    }
    const toFlat = Math.cbrt((this.#flatAt - this.#windowAtEpoch()) / C);
    const seconds = (now - this.#epoch + this.#minRtt) / 1000;
    const cubic = this.#flatAt + C * (seconds - toFlat) ** 3;
    this.#reno += (3 * (1 - BETA)) / (1 + BETA) / this.#window;
    const target = Math.max(cubic, this.#reno);
    if (target > this.#window) this.#window += Math.min(0.5, (target - this.#window) / this.#window);
    else this.#window += 0.01 / this.#window;
  }

  #windowAtEpoch(): number {
    return this.#threshold < this.#flatAt ? this.#threshold : this.#flatAt;
  }

  /** HyStart: slow start ends where answers come in a long train or later than they could. */
  #watchSlowStart(sent: Sent): void {
    const now = this.#time.now();
    const rtt = now - sent.at;
    if (sent.order > this.#roundEnds) {
      this.#roundEnds = this.#order;
      this.#roundBegan = now;
      this.#roundSamples = 0;
      this.#roundMinRtt = Number.POSITIVE_INFINITY;
    }
    const isTrain = now - this.#lastAnswerAt <= 2;
    this.#lastAnswerAt = now;
    if (this.#window < HYSTART_LOW_WINDOW) return;
    const trainIsLong = isTrain && now - this.#roundBegan > this.#minRtt / 2;
    let isLate = false;
    if (this.#roundSamples < HYSTART_SAMPLES) {
      this.#roundSamples += 1;
      this.#roundMinRtt = Math.min(this.#roundMinRtt, rtt);
    } else isLate = this.#roundMinRtt > this.#minRtt + Math.min(16, Math.max(4, this.#minRtt / 8));
    if (trainIsLong || isLate) this.#threshold = this.#window;
  }

  #measureRtt(rtt: number): void {
    this.#minRtt = Math.min(this.#minRtt, rtt);
    if (this.#smoothedRtt === 0) {
      this.#smoothedRtt = rtt;
      this.#rttDeviation = rtt / 2;
    } else {
      this.#rttDeviation += (Math.abs(rtt - this.#smoothedRtt) - this.#rttDeviation) / 4;
      this.#smoothedRtt += (rtt - this.#smoothedRtt) / 8;
    }
  }

  #rto(): number {
    return Math.max(MIN_RTO_MS, this.#smoothedRtt + 4 * this.#rttDeviation) || 1000;
  }

  #startTimer(): void {
    const rtt = this.#smoothedRtt || 500;
    const wait = this.#timeouts === 0 ? 2 * rtt + 2 : this.#rto() * 2 ** (this.#timeouts - 1);
    this.#deadline = this.#time.now() + wait;
    if (!this.#isWatched) this.#watch();
  }

  #watch(): void {
    this.#isWatched = true;
    this.#time.at(this.#deadline, () => {
      this.#isWatched = false;
      if (this.#missing === 0 || this.isBroken) return;
      if (this.#time.now() < this.#deadline) this.#watch();
      else this.#timedOut();
    });
  }

  /** Nothing was answered for long: first the last packet goes again, then everything. */
  #timedOut(): void {
    this.#timeouts += 1;
    if (this.#timeouts === 1) {
      const last = this.#sent.at(-1);
      if (last) this.#send(last.packet);
    } else {
      this.#backOff();
      this.#window = 1;
      for (const sent of this.#sent) {
        if (sent.isGone) continue;
        this.#settle(sent);
        if (!sent.packet.arrived) this.#lost.push(sent.packet);
      }
      this.#sent = [];
      this.#oldest = 0;
      this.#sendWhatFits();
    }
    this.#startTimer();
  }

  /** The system takes in about twice the window ahead. */
  #noteHandedOver(): void {
    if (this.#handedOver === null || this.#missing > Math.min(2 * this.#window, MAX_WINDOW)) return;
    this.#handedOver();
    this.#handedOver = null;
  }
}
