import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createTestAccount } from '../testing/createTestAccount.ts';
import { renderWith } from '../testing/renderWith.tsx';
import { KalturaUploader } from './KalturaUploader.tsx';

test('an uploader that cannot be loaded is a problem with a retry', async () => {
  vi.doMock('./part.ts', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const { user } = renderWith(createTestAccount(), <KalturaUploader />);
  await screen.findByRole('heading', { name: 'The library cannot be reached' });
  vi.doUnmock('./part.ts');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Choose files' })).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
