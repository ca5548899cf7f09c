'use client';
import type { ReactElement } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { useSettings } from '../SettingsContext.ts';

/** What somebody has to have before they begin. */
export function Needs(): ReactElement {
  const { m } = useSettings();
  const needs = [
    { title: m.needHubAdmin, text: m.needHubAdminText, met: true },
    { title: m.needAccountAdmin, text: m.needAccountAdminText, met: false },
    { title: m.need4k, text: m.need4kText, met: false },
  ];
  return (
    <section className="sk-needs">
      <h3>{m.needsTitle}</h3>
      <ul>
        {needs.map(({ title, text, met }) => (
          <li key={title} data-status={met ? 'met' : 'open'}>
            <span className="sk-need-mark" aria-hidden="true">
              {met && <Icon name="check" />}
            </span>
            <p>
              <strong>{title}</strong>
              <span className="sk-muted">{text}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
