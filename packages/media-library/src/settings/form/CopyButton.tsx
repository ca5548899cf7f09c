'use client';
import { useState, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface CopyButtonProps {
  text: string;
  label: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: CopyButtonProps): ReactElement {
  const { m } = useSettings();
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
      <span role="status">{outcome === 'copied' ? m.copied : outcome === 'failed' ? m.copyFailed : ''}</span>
    </span>
  );
}
