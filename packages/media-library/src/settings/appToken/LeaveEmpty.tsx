'use client';
import type { ReactElement } from 'react';
import { useSettings } from '../SettingsContext.ts';

/** What an App Token must not be given, and why: each of these breaks a connection later. */
export function LeaveEmpty(): ReactElement {
  const { m } = useSettings();
  return (
    <section className="sk-leave-empty">
      <h4>{m.leaveEmpty}</h4>
      <dl>
        <dt>
          <code>expiry</code>
        </dt>
        <dd>{m.leaveEmptyExpiry}</dd>
        <dt>
          <code>sessionUserId</code>
        </dt>
        <dd>{m.leaveEmptyUserId}</dd>
        <dt>
          <code>sessionDuration</code>
        </dt>
        <dd>{m.leaveEmptyDuration}</dd>
      </dl>
    </section>
  );
}
