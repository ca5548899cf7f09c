'use client';
import type { CSSProperties, ReactElement } from 'react';

export interface ProgressBarProps {
  label: string;
  /** 0 to 1; null where nobody can tell. */
  fraction: number | null;
  /** The same in words, as they stand beside it. */
  words: string;
  status: 'moving' | 'still' | 'done' | 'failed';
}

/** How much Kaltura has. */
export function ProgressBar({ label, fraction, words, status }: ProgressBarProps): ReactElement {
  const percent = fraction === null ? undefined : Math.floor(fraction * 100);
  return (
    <div
      className="sk-progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
      data-status={status}
      data-known={fraction !== null}
      style={{ '--sk-done': fraction ?? 0 } as CSSProperties}
    />
  );
}
