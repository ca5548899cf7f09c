'use client';
import { useId, type ReactElement, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

/** Why there is nothing to show. Each has a picture of its own. */
export type StateKind = 'empty' | 'noResult' | 'error' | 'forbidden' | 'offline' | 'notConnected' | 'locked';

export interface StateViewProps {
  kind: StateKind;
  title: string;
  /** What to do next. */
  text?: ReactNode;
  /** Buttons. */
  action?: ReactNode;
  /** Small print, as the reference for the support. */
  detail?: ReactNode;
}

/** Stands where the grid would. Troubles are announced at once, the rest is found by reading. */
export function StateView({ kind, title, text, action, detail }: StateViewProps): ReactElement {
  const titleId = useId();
  return (
    <section className="sk-state" data-kind={kind} data-tone={tones[kind]} aria-labelledby={titleId}>
      <span className="sk-state-art">
        <Icon name={icons[kind]} />
      </span>
      <div role={tones[kind] === 'danger' || kind === 'offline' ? 'alert' : undefined}>
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
        {text !== undefined && <p>{text}</p>}
      </div>
      {action !== undefined && <div className="sk-state-action">{action}</div>}
      {detail !== undefined && <p className="sk-state-detail">{detail}</p>}
    </section>
  );
}

const icons: Record<StateKind, IconName> = {
  empty: 'stack',
  noResult: 'search',
  error: 'warning',
  forbidden: 'ban',
  offline: 'offline',
  notConnected: 'plug',
  locked: 'lock',
};

const tones: Record<StateKind, 'neutral' | 'accent' | 'warning' | 'danger'> = {
  empty: 'accent',
  noResult: 'neutral',
  error: 'danger',
  forbidden: 'danger',
  offline: 'warning',
  notConnected: 'neutral',
  locked: 'accent',
};
