'use client';
import type { ReactElement } from 'react';
import { Field, type FieldProps } from './Field.tsx';

export interface SelectInputProps<TValue extends string> extends Omit<FieldProps, 'children'> {
  value: TValue;
  options: readonly { value: TValue; label: string }[];
  onChange: (value: TValue) => void;
}

/** One of a few, by the browser's own select. */
export function SelectInput<TValue extends string>({
  label,
  hint,
  fault,
  value,
  options,
  onChange,
}: SelectInputProps<TValue>): ReactElement {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(control) => (
        <select
          {...control}
          className="sk-input"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
