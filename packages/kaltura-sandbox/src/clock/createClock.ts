import type { Clock } from './SandboxClock.ts';

export interface ClockOptions {
  /** Where time starts, in unix seconds; the wall clock's time by default. */
  startAt?: number;
  /** True: time stands still between calls of `advance`. */
  frozen?: boolean;
}

interface Task {
  at: number;
  run: () => void | Promise<void>;
}

export function createClock({ startAt, frozen = false }: ClockOptions = {}): Clock {
  const wall = () => Date.now() / 1000;
  const started = wall();
  const origin = startAt ?? (frozen ? Math.floor(started) : started);
  let advanced = 0;
  let tasks: Task[] = [];
  const waiting = new Set<() => void>();

  const exact = (): number => origin + advanced + (frozen ? 0 : wall() - started);
  const wake = (): void => waiting.forEach((check) => check());

  async function runDue(until: number): Promise<void> {
    for (;;) {
      const next = tasks.reduce<Task | undefined>(
        (first, task) => (first && first.at <= task.at ? first : task),
        undefined,
      );
      if (!next || next.at > until) return;
      tasks = tasks.filter((task) => task !== next);
      await next.run();
    }
  }

  return {
    now: () => Math.floor(exact()),

    async advance(seconds) {
      const target = exact() + seconds;
      for (;;) {
        const due = Math.min(...tasks.map((task) => task.at));
        if (due > target) break;
        advanced += Math.max(0, due - exact());
        await runDue(due);
      }
      advanced += Math.max(0, target - exact());
      wake();
    },

    schedule(afterSeconds, run) {
      const task = { at: exact() + afterSeconds, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },

    settle: () => runDue(exact()),

    waitUntil(done, atMostSeconds) {
      const end = exact() + atMostSeconds;
      return new Promise((resolve) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const check = (): void => {
          const isDone = done();
          if (!isDone && exact() < end) return;
          waiting.delete(check);
          clearTimeout(timer);
          resolve(isDone);
        };
        waiting.add(check);
        if (!frozen) timer = setTimeout(check, atMostSeconds * 1000 + 5);
        check();
      });
    },

    notify: wake,
  };
}
