import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ada, createTestAccount } from '../testing/createTestAccount.ts';
import { entryCell, renderTab } from '../testing/renderTab.tsx';

/** A page whose chunks are gone: after a deploy, or behind a filter. */
const breakChunk = (): void =>
  void vi.doMock('./laterPart.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });

test('a grid that cannot be loaded is a problem with a retry, and nothing is asked of Kaltura twice', async () => {
  breakChunk();
  const account = createTestAccount();
  account.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: ada });
  const { user } = renderTab(account);
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
  await screen.findByRole('heading', { name: 'The library cannot be reached' });
  expect(screen.queryByText('1 result')).not.toBeInTheDocument();

  vi.doUnmock('./laterPart.ts');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await entryCell(/^Atrium/);
  expect(screen.getByText('1 result')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  expect(account.calls('media.list')).toHaveLength(1);
});

test('once loaded, the next tab shows its grid with the first answer', async () => {
  const account = createTestAccount();
  account.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: ada });
  renderTab(account);
  await screen.findByText('1 result');
  expect(screen.getByRole('gridcell', { name: /^Atrium/ })).toBeInTheDocument();
});
