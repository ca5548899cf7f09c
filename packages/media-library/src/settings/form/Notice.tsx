'use client';
import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName } from '../../parts/Icon.tsx';

export interface NoticeProps {
  tone: 'info' | 'success' | 'warning' | 'danger';
  title: string;
  children?: ReactNode;
  /** Buttons. */
  action?: ReactNode;
  /** Said at once when it comes up: for what stops somebody, not for what is there from the start. */
  announce?: boolean;
}

/** Something to know at this place. */
export function Notice({ tone, title, children, action, announce = false }: NoticeProps): ReactElement {
  return (
    <div className="sk-note" data-tone={tone} role={announce ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        <p className="sk-note-title">{title}</p>
        {children}
        {action !== undefined && <div className="sk-actions">{action}</div>}
      </div>
    </div>
  );
}

const icons: Record<NoticeProps['tone'], IconName> = {
  info: 'clock',
  success: 'check',
  warning: 'warning',
  danger: 'warning',
};
