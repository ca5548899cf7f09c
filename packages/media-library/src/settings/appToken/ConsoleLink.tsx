'use client';
import type { ReactElement } from 'react';
import { consoleOf } from '../KalturaService.ts';
import { useSettings } from '../SettingsContext.ts';

/** Where an account admin creates App Tokens. */
export function ConsoleLink({ serviceUrl }: { serviceUrl: string }): ReactElement {
  const { m, services } = useSettings();
  const url = consoleOf(services, serviceUrl);
  return (
    <p>
      {url !== null && (
        <>
          <a href={url} target="_blank" rel="noopener noreferrer" className="sk-link">
            {m.openConsole}
          </a>{' '}
        </>
      )}
      {m.consoleHow}
    </p>
  );
}
