'use client';
import { useId, type ReactElement } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface Segment<TValue extends string> {
  value: TValue;
  label: string;
  /** With an icon the label is only spoken. */
  icon?: IconName;
}

export interface SegmentedControlProps<TValue extends string> {
  label: string;
  /** Null: none of them yet. */
  value: TValue | null;
  segments: readonly Segment<TValue>[];
  onChange: (value: TValue) => void;
  /** Id of what explains the choice. */
  describedBy?: string;
}

/** One of a few, all in sight: radio buttons with the browser's own keyboard. */
export function SegmentedControl<TValue extends string>({
  label,
  value,
  segments,
  onChange,
  describedBy,
}: SegmentedControlProps<TValue>): ReactElement {
  const name = useId();
  return (
    <div
      className={segments.some(({ icon }) => icon) ? 'sk-segmented sk-view' : 'sk-segmented'}
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
    >
      {segments.map((segment) => (
        <label key={segment.value} title={segment.icon && segment.label}>
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} />}
          <span className={segment.icon && 'sk-hidden'}>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
