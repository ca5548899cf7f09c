'use client';
import type { ReactElement } from 'react';

/** Holds the place of the settings while they come. */
export function LoadingSettings({ label }: { label?: string }): ReactElement {
  return (
    <div className="sk-settings" aria-busy="true">
      {label !== undefined && (
        <p role="status" className="sk-hidden">
          {label}
        </p>
      )}
      <div className="sk-settings-skeleton" />
      <div className="sk-settings-skeleton" />
      <div className="sk-settings-skeleton" />
    </div>
  );
}
