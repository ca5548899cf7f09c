'use client';
import { useRef, type ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Icon } from './Icon.tsx';

export interface SearchFieldProps {
  value: string;
  /** Every keystroke; waiting for a pause is the owner's business. */
  onChange: (value: string) => void;
}

/** Clearing gives the focus back to the field. */
export function SearchField({ value, onChange }: SearchFieldProps): ReactElement {
  const { t } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  return (
    <search className="sk-search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        dir="auto"
        autoComplete="off"
        enterKeyHint="search"
        aria-label={t.searchLabel}
        placeholder={t.searchPlaceholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {value !== '' && (
        <button
          type="button"
          className="sk-icon-button"
          aria-label={t.clearSearch}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
