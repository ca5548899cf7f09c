'use client';
import { ExchangeError } from '@spaces-kaltura/client';
import { useEffect, useRef, useState } from 'react';
import { useOnline } from '../../hooks/useOnline.ts';
import type { Problem } from '../../problems/Problem.ts';
import { toProblem } from '../../problems/toProblem.ts';

/** Something that a hub admin asks the exchange to do, once at a time. */
export interface AdminAction {
  readonly status: 'idle' | 'busy' | 'failed';
  /** Why it failed the last time; gone as soon as it is tried again. */
  readonly problem: Problem | null;
  /**
   * Does it, unless it is under way. `work` is asked anew at each try, so that it reads what stands in the form by then.
   * Answers what became of it; null when somebody left meanwhile.
   */
  readonly run: <TResult>(work: (signal: AbortSignal) => Promise<TResult>) => Promise<ActionResult<TResult> | null>;
  readonly reset: () => void;
  /** Gives up what is under way, if anything is; nothing comes of it here any more. */
  readonly stop: () => void;
}

export type ActionResult<TResult> =
  | { readonly done: true; readonly value: TResult }
  | { readonly done: false; readonly error: unknown };

/** Ends with the component that asks. */
export function useAdminAction(): AdminAction {
  const [state, setState] = useState<Pick<AdminAction, 'status' | 'problem'>>(idle);
  const running = useRef<AbortController | null>(null);
  const online = useOnline();
  useEffect(
    () => () => {
      running.current?.abort();
      running.current = null;
    },
    [],
  );

  return {
    ...state,
    async run(work) {
      if (running.current !== null) return null;
      const controller = new AbortController();
      running.current = controller;
      setState({ status: 'busy', problem: null });
      try {
        const value = await work(controller.signal);
        if (controller.signal.aborted) return null;
        setState(idle);
        return { done: true, value };
      } catch (error) {
        if (controller.signal.aborted) return null;
        setState({ status: 'failed', problem: toProblem(error, online) });
        return { done: false, error };
      } finally {
        if (running.current === controller) running.current = null;
      }
    },
    reset: () => setState(idle),
    stop() {
      running.current?.abort();
      running.current = null;
      setState(idle);
    },
  };
}

const idle = { status: 'idle', problem: null } as const;

/** Is this the error with this code? */
export const isRefusal = (error: unknown, code: string): error is ExchangeError =>
  error instanceof ExchangeError && error.code === code;
