'use client';
import type { ReactElement } from 'react';
import { Select, type SelectProps } from './Select.tsx';

export interface SelectFieldProps<TValue extends string> extends Pick<
  SelectProps<TValue>,
  'value' | 'options' | 'onChange'
> {
  label: string;
}

/** A select whose label is spoken; its value says the rest. */
export function SelectField<TValue extends string>({ label, ...choice }: SelectFieldProps<TValue>): ReactElement {
  return <Select {...choice} className="sk-select" aria-label={label} title={label} />;
}
