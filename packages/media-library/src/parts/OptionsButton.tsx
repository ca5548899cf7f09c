'use client';
import type { ReactElement } from 'react';
import { useMessages } from '../messages/useMessages.ts';
import { Icon } from './Icon.tsx';

/**
 * Opens what can be done with one entry. Pointers and screen readers find it in the cell; keyboards have F2 and leave the
 * grid with one Tab. It holds no handler: the grid listens once for all of its cells.
 */
export function OptionsButton(): ReactElement {
  const { t } = useMessages();
  return (
    <button type="button" className="sk-options" tabIndex={-1} data-action="options" title={t.entryOptions}>
      <Icon name="options" label={t.entryOptions} />
    </button>
  );
}
