'use client';
import { useState, type ReactElement } from 'react';
import { Button } from './Button.tsx';

export interface CopyButtonProps {
  text: string;
  label: string;
  /** What is said when it worked. */
  copied: string;
  /** What is said when the browser did not let it. */
  failed: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label, copied, failed }: CopyButtonProps): ReactElement {
  const [outcome, setOutcome] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <span className="sk-copy" data-status={outcome}>
      <Button onClick={() => void copy()}>{label}</Button>
      <span role="status">{outcome === 'copied' ? copied : outcome === 'failed' ? failed : ''}</span>
    </span>
  );
}
