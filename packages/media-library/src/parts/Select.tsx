'use client';
import type { ComponentProps, ReactElement } from 'react';

export interface SelectProps<TValue extends string> extends Omit<
  ComponentProps<'select'>,
  'value' | 'onChange' | 'children'
> {
  value: TValue;
  options: readonly { value: TValue; label: string; disabled?: boolean }[];
  onChange: (value: TValue) => void;
}

/** The browser's own select: it works everywhere, on phones too. */
export function Select<TValue extends string>({
  value,
  options,
  onChange,
  ...attributes
}: SelectProps<TValue>): ReactElement {
  return (
    <select
      {...attributes}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
