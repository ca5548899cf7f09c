import { constants } from 'node:os';

/** Whoever ends this process from outside ends it at once, and what is tidied up on `exit` is: by itself, Node would only die. */
export function endAtOnce(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
