'use client';
import type { ReactElement, Ref } from 'react';
import { UploadIcon, type UploadIconName } from './UploadIcon.tsx';

export interface IconButtonProps {
  icon: UploadIconName;
  /** Spoken, and shown under the pointer. */
  label: string;
  onClick: () => void;
  expanded?: boolean;
  controls?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with a picture for a word. */
export function IconButton({ icon, label, onClick, expanded, controls, ref }: IconButtonProps): ReactElement {
  return (
    <button
      ref={ref}
      type="button"
      className="sk-icon-button"
      aria-label={label}
      title={label}
      aria-expanded={expanded}
      aria-controls={controls}
      onClick={onClick}
    >
      <UploadIcon name={icon} />
    </button>
  );
}
