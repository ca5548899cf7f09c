'use client';
import type { ReactElement, Ref } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface SecretFieldProps extends Omit<FieldProps, 'children'> {
  /** Whoever needs the secret reads it from the field. */
  ref: Ref<HTMLInputElement>;
  required?: boolean;
  maxLength?: number;
  inputMode?: 'numeric';
  /** For what is good once only and typed from another screen. */
  shown?: boolean;
  onInput?: (() => void) | undefined;
}

/**
 * A secret that is typed or pasted. Not controlled by React: its value stays in the field alone, in no state
 * and in no attribute, and is read once, when it is sent.
 */
export function SecretField({
  label,
  hint,
  fault,
  ref,
  shown = false,
  onInput,
  ...rest
}: SecretFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <input
          {...rest}
          {...control}
          ref={ref}
          type={shown ? 'text' : 'password'}
          className="sk-input"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          dir="ltr"
          // Password managers must not keep what belongs to a hub.
          data-1p-ignore=""
          data-lpignore="true"
          onInput={onInput}
        />
      )}
    </Field>
  );
}
