import { unlessAborted } from '../api/unlessAborted.ts';
import type { UploadItem } from './UploadItem.ts';

/** Whose turn it is to send: a few uploads at a time, the oldest first. */
export class UploadTurns {
  readonly #filesAtOnce: number;
  readonly #asking = new Map<string, () => void>();
  readonly #taken = new Set<string>();

  constructor(filesAtOnce: number) {
    this.#filesAtOnce = filesAtOnce;
  }

  /** Resolves when it is this upload's turn, which lasts until it leaves. A run that was stopped takes none. */
  async take(id: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const turn = new Promise<void>((resolve) => {
      this.#asking.set(id, resolve);
    });
    await unlessAborted(turn, signal);
  }

  leave(id: string): void {
    this.#asking.delete(id);
    this.#taken.delete(id);
  }

  /** Gives turns as far as there is room. Whoever is about to ask is not overtaken by younger ones. */
  give(items: readonly UploadItem[]): void {
    const busy = items.filter((item) => this.#taken.has(item.id) && !isIdle(item)).length;
    const next = items.filter((item) => wantsToRun(item) && !isIdle(item) && !this.#taken.has(item.id));
    for (const { id } of next.slice(0, Math.max(0, this.#filesAtOnce - busy))) {
      const begin = this.#asking.get(id);
      if (!begin) continue;
      this.#asking.delete(id);
      this.#taken.add(id);
      begin();
    }
  }
}

/** Can it go on by itself, as soon as it is its turn? */
export const wantsToRun = ({ status, waitingFor }: UploadItem): boolean =>
  (status === 'queued' || status === 'attaching') && waitingFor !== 'file';

/** Does it only wait for somebody else? Then another file may be sent meanwhile. */
const isIdle = ({ status, waitingFor }: UploadItem): boolean =>
  waitingFor === 'another_tab' || (status === 'attaching' && waitingFor === 'projection');
