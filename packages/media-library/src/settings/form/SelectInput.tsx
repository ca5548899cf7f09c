'use client';
import type { ReactElement } from 'react';
import { Select, type SelectProps } from '../../parts/Select.tsx';
import { Field, type FieldProps } from './Field.tsx';

export interface SelectInputProps<TValue extends string>
  extends Omit<FieldProps, 'children'>, Pick<SelectProps<TValue>, 'value' | 'options' | 'onChange'> {}

/** One of a few, in a form. */
export function SelectInput<TValue extends string>({
  label,
  hint,
  fault,
  ...choice
}: SelectInputProps<TValue>): ReactElement {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => <Select {...control} {...choice} className="sk-input" />}
    </Field>
  );
}
