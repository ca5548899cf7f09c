import type { UploadItems } from './createUploadItems.ts';
import type { RunningUpload } from './RunningUpload.ts';
import { runUpload, type RunEnvironment } from './runUpload.ts';
import type { UploadEvent } from './uploadReducer.ts';
import { UploadTurns, wantsToRun } from './UploadTurns.ts';

export interface UploadRunsOptions {
  items: UploadItems;
  uploads: ReadonlyMap<string, RunningUpload>;
  environment: Required<RunEnvironment>;
  filesAtOnce: number;
  /** See `SessionWatch`. */
  confirmed: (signal: AbortSignal) => Promise<void>;
  /** It has its entry. */
  onAttached: (id: string) => void;
  /** Something else than `stop` ended it. */
  onFailed: (id: string, error: unknown) => void;
}

/** The runs of uploads: each begins by itself, as soon as its upload can go on. */
export interface UploadRuns {
  /** Stops these at once and lets others have their turns; what they become has been said before, or they begin again. */
  stop(ids: Iterable<string>): void;
  stopAll(): void;
}

export function createUploadRuns(options: UploadRunsOptions): UploadRuns {
  const { items, uploads, environment, confirmed, onAttached, onFailed } = options;
  const running = new Map<string, AbortController>();
  const turns = new UploadTurns(options.filesAtOnce);
  items.store.subscribe(schedule);

  function schedule(): void {
    if (items.store.getState().suspended) return;
    for (const { id } of items.all().filter(wantsToRun)) {
      const upload = uploads.get(id);
      if (upload && !running.has(id)) start(id, upload);
    }
    turns.give(items.all());
  }

  function start(id: string, upload: RunningUpload): void {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    const run = {
      dispatch: (event: UploadEvent) => items.dispatch(id, event),
      until: (condition: Parameters<UploadItems['until']>[1]) => items.until(id, condition, signal),
      turn() {
        const turn = turns.take(id, signal);
        schedule();
        return turn;
      },
      confirmed: () => confirmed(signal),
      signal,
    };
    upload
      .next(() => runUpload(upload, environment, run))
      .then(
        () => onAttached(id),
        (error: unknown) => {
          if (!signal.aborted) onFailed(id, error);
        },
      )
      .finally(() => {
        if (running.get(id) === controller) leave(id);
        schedule();
      });
  }

  function leave(id: string): void {
    running.delete(id);
    turns.leave(id);
  }

  function stop(ids: Iterable<string>): void {
    for (const id of ids) {
      running.get(id)?.abort(new DOMException('The upload was stopped', 'AbortError'));
      leave(id);
    }
    schedule();
  }

  return { stop, stopAll: () => stop([...running.keys()]) };
}
