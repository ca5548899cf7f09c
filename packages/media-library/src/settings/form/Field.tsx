'use client';
import { useId, type ReactElement, type ReactNode } from 'react';
import { Icon } from '../../parts/Icon.tsx';

/** Ties a control to its label, hint and fault. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** Why it cannot be taken like this. */
  fault?: string | null | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** A labelled control with what helps to fill it in and what is wrong with it. */
export function Field({ label, hint, fault, children }: FieldProps): ReactElement {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="sk-field" data-status={fault ? 'faulty' : 'fine'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': fault ? true : undefined })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="sk-hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} className="sk-fault">
          <Icon name="warning" /> {fault}
        </p>
      )}
    </div>
  );
}
