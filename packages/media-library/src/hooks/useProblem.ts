'use client';
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../problems/Problem.ts';
import { toProblem } from '../problems/toProblem.ts';
import { useOnline } from './useOnline.ts';

export interface UseProblemOptions {
  /** What was thrown, or null. */
  error: unknown;
  /** An answer is awaited, and there is nothing to show meanwhile. */
  waiting: boolean;
  /** Asks again. */
  retry: () => void;
  /** What was asked for; a problem of another question is over. */
  about: string;
}

export interface UseProblem {
  readonly problem: Problem | null;
  /** The problem stays in view while it is tried again, so that nothing flickers and the focus has its place. */
  readonly retrying: boolean;
  readonly retry: () => void;
}

const offline: Problem = { code: 'offline', retriable: true, requestId: null, cause: null };

/** What is wrong, while it is wrong. Once the network is back, what failed without it is tried again by itself. */
export function useProblem({ error, waiting, retry, about }: UseProblemOptions): UseProblem {
  const online = useOnline();
  const [retried, setRetried] = useState<{ about: string; problem: Problem } | null>(null);

  const current = toCurrent(error, waiting, online);
  const kept = current === null && waiting && retried !== null && retried.about === about ? retried.problem : null;
  if (retried !== null && current === null && kept === null) setRetried(null);

  const retryNow = (): void => {
    if (current !== null) setRetried({ about, problem: current });
    retry();
  };

  const recover = useRef<(() => void) | null>(null);
  useEffect(() => {
    recover.current = error !== null && (current?.code === 'network' || current?.code === 'offline') ? retryNow : null;
  });
  useEffect(() => {
    if (online) recover.current?.();
  }, [online]);

  return { problem: current ?? kept, retrying: kept !== null, retry: retryNow };
}

function toCurrent(error: unknown, waiting: boolean, online: boolean): Problem | null {
  if (error !== null) return toProblem(error, online);
  return waiting && !online ? offline : null;
}
