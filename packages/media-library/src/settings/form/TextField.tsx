'use client';
import type { InputHTMLAttributes, ReactElement } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface TextFieldProps
  extends
    Omit<FieldProps, 'children'>,
    Pick<
      InputHTMLAttributes<HTMLInputElement>,
      'dir' | 'inputMode' | 'maxLength' | 'placeholder' | 'required' | 'type'
    > {
  value: string;
  onChange: (value: string) => void;
}

/** One line of text. What is typed here is plain: ids and addresses, never prose, so nothing corrects it. */
export function TextField({ label, hint, fault, value, onChange, ...rest }: TextFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <input
          type="text"
          className="sk-input"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          // Ids and addresses read from left to right in every language.
          dir="ltr"
          {...rest}
          {...control}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
