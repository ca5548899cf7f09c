import type { Clock } from '../api/Clock.ts';
import { unlessAborted } from '../api/unlessAborted.ts';
import { ExchangeError } from '../errors.ts';
import type { UploadItems } from './createUploadItems.ts';
import { OwnerChangedError, type OneOwner } from './oneOwner.ts';
import type { UploadItem } from './UploadItem.ts';

const CONFIRM_EVERY_MS = 60_000;
/** How long an answer is waited for: as long as one call may take. A host that signs nothing holds up no entry. */
const PATIENCE_MS = 30_000;

export interface SessionWatchOptions {
  items: UploadItems;
  session: OneOwner;
  clock: Clock;
  /** There would be no session any more, or somebody else's. */
  onRefused: (error: unknown) => void;
}

export interface SessionWatch {
  /** Resolves when the session was confirmed within the last minute or is not going to be; rejects with the signal's reason. */
  readonly confirmed: (signal: AbortSignal) => Promise<void>;
}

/**
 * A KS lives on for up to an hour when its hub was disconnected or paused or has lost its plan. So as long as bytes flow, it is
 * asked once a minute whether there still would be a session. Without an answer nothing is disturbed: the KS at hand is good.
 */
export function watchSession({ items, session, clock, onRefused }: SessionWatchOptions): SessionWatch {
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  let question = new AbortController();
  /** Then whoever goes on wants to know it anew. */
  let wasRefused = false;
  let watching: AbortController | null = null;
  items.store.subscribe(look);

  const isSuspended = (): boolean => items.store.getState().suspended;
  const untilNext = (): number => askedAt + CONFIRM_EVERY_MS - clock.now();

  function look(): void {
    if (isSuspended()) question.abort();
    const flows = !isSuspended() && items.all().some(isFlowing);
    if (flows === (watching !== null)) return;
    watching?.abort();
    watching = flows ? new AbortController() : null;
    if (watching) void watch(watching.signal).catch(() => {});
  }

  async function watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await ask();
      await clock.sleep(untilNext(), signal);
    }
  }

  /** Whoever asks within a minute shares one answer. */
  function ask(): Promise<void> {
    if (asking !== null) return asking;
    if (untilNext() > 0 && !wasRefused) return Promise.resolve();
    askedAt = clock.now();
    wasRefused = false;
    const { signal } = (question = new AbortController());
    asking = Promise.race([session.confirm({ signal }), clock.sleep(PATIENCE_MS, signal)])
      .then(
        () => {},
        (error: unknown) => {
          if (!isRefusal(error) || isSuspended()) return;
          wasRefused = true;
          onRefused(error);
        },
      )
      .finally(() => {
        question.abort();
        asking = null;
      });
    return asking;
  }

  return { confirmed: (signal) => unlessAborted(ask(), signal) };
}

/** Do its bytes move? What waits for the network or a session is held up already. */
const isFlowing = ({ status, waitingFor }: UploadItem): boolean =>
  status === 'uploading' && (waitingFor === null || waitingFor === 'projection');

/** What only a person can help. Whoever breaks off has not answered. */
const isRefusal = (error: unknown): boolean =>
  error instanceof OwnerChangedError || (error instanceof ExchangeError && !error.retriable);
