'use client';
import type { ReactElement } from 'react';

export interface SelectFieldProps<TValue extends string> {
  label: string;
  value: TValue;
  options: readonly { value: TValue; label: string }[];
  onChange: (value: TValue) => void;
}

/** The browser's own select: it works everywhere, on phones too. Its label is spoken, its value says the rest. */
export function SelectField<TValue extends string>({
  label,
  value,
  options,
  onChange,
}: SelectFieldProps<TValue>): ReactElement {
  return (
    <select
      className="sk-select"
      aria-label={label}
      title={label}
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
  );
}
