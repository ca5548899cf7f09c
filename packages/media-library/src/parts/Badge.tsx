'use client';
import type { ReactElement } from 'react';
import { Icon, type IconName } from './Icon.tsx';

/** `overlay` lies on pictures; the others carry a meaning and keep their contrast anywhere. */
export type BadgeTone = 'overlay' | 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

export interface BadgeProps {
  tone?: BadgeTone;
  icon?: IconName;
  /** What the icon means, where no word beside it says so. */
  iconLabel?: string;
  /** Without words the icon stands alone. */
  children?: string | null;
}

/** A short label: a duration, a status, `360°`. */
export function Badge({ tone = 'neutral', icon, iconLabel, children }: BadgeProps): ReactElement {
  return (
    <span className="sk-badge" data-tone={tone}>
      {icon && <Icon name={icon} {...(iconLabel !== undefined && { label: iconLabel })} />}
      {icon && children && ' '}
      {children}
    </span>
  );
}
