'use client';
import { useId, type ReactElement, type ReactNode } from 'react';

export interface CheckboxProps {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function Checkbox({ label, hint, checked, onChange }: CheckboxProps): ReactElement {
  const id = useId();
  return (
    <div className="sk-checkbox">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="sk-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
