'use client';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

/** `overlay` lies on pictures; the others carry a meaning and keep their contrast anywhere. */
export type BadgeTone = 'overlay' | 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

export interface BadgeProps {
  tone?: BadgeTone;
  icon?: IconName;
  children?: ReactNode;
}

/** A short label: a duration, a status, `360°`. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps): ReactElement {
  return (
    <span className="sk-badge" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
