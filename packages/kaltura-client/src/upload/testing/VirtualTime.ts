import { abortReason, type Clock } from '../../api/Clock.ts';

interface Event {
  readonly time: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Time that passes as fast as events can be worked off. */
export class VirtualTime implements Clock {
  /** A heap: the earliest is first. */
  readonly #events: Event[] = [];
  #now = 0;
  #order = 0;
  #isSomebodyAwake = true;

  now(): number {
    return this.#now;
  }

  at(time: number, happen: () => void): void {
    const events = this.#events;
    let index = events.push({ time: Math.max(time, this.#now), order: (this.#order += 1), happen }) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(events[index], events[parent])) return;
      swap(events, index, parent);
      index = parent;
    }
  }

  /** Resolves a promise; whoever waits for it has their turn before time goes on. */
  wake(resolve: () => void): void {
    this.#isSomebodyAwake = true;
    resolve();
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(abortReason(signal));
        return;
      }
      signal?.addEventListener('abort', () => reject(abortReason(signal)), { once: true });
      this.at(this.#now + milliseconds, () => this.wake(resolve));
    });
  }

  /** Lets time pass until the work is done; answers how many milliseconds that took. */
  async pass(work: Promise<unknown>): Promise<number> {
    const began = this.#now;
    let isDone = false;
    const end = work.finally(() => {
      isDone = true;
    });
    end.catch(() => {});
    for (;;) {
      if (this.#isSomebodyAwake) await new Promise((resolve) => setImmediate(resolve));
      if (isDone) break;
      this.#isSomebodyAwake = false;
      const event = this.#earliest();
      if (event === undefined) throw new Error('Nothing will happen any more, and the work is not done.');
      this.#now = event.time;
      event.happen();
    }
    await end;
    return this.#now - began;
  }

  #earliest(): Event | undefined {
    const events = this.#events;
    const first = events[0];
    const last = events.pop();
    if (last === undefined || last === first) return first;
    events[0] = last;
    for (let index = 0; ;) {
      const left = 2 * index + 1;
      const child = isBefore(events[left + 1], events[left]) ? left + 1 : left;
      if (!isBefore(events[child], events[index])) return first;
      swap(events, index, child);
      index = child;
    }
  }
}

function isBefore(one: Event | undefined, other: Event | undefined): boolean {
  if (one === undefined || other === undefined) return one !== undefined;
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}

function swap(events: Event[], one: number, other: number): void {
  const event = events[one];
  if (event === undefined || events[other] === undefined) return;
  events[one] = events[other];
  events[other] = event;
}
