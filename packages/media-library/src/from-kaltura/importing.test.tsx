import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ada, createTestAccount, serviceUrl, type TestAccount } from '../testing/createTestAccount.ts';
import { entryCell, renderTab, searchField, selectedNames, shownNames } from '../testing/renderTab.tsx';

/** The last one is the newest. */
function accountWith(...names: string[]): TestAccount {
  const account = createTestAccount();
  const now = account.sandbox.clock.now();
  names.forEach((name, index) =>
    account.partner.addEntry({ name, mediaType: 2, userId: ada, createdAt: now - names.length + index }),
  );
  return account;
}

test('hands the host references of what was chosen, in the order of choosing', async () => {
  const account = createTestAccount();
  const { id } = account.partner.addEntry({
    name: 'Atrium',
    mediaType: 2,
    userId: ada,
    tags: '360',
    width: 4096,
    height: 2048,
  });
  account.partner.addEntry({ name: 'Beach', mediaType: 1, userId: ada });
  const { user, onImport } = renderTab(account);
  await user.click(await entryCell(/^Beach/));
  await user.click(await entryCell(/^Atrium/));
  expect(screen.getByText('2 selected')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Import 2 items' }));
  await screen.findByText('2 items imported.');
  expect(onImport).toHaveBeenCalledOnce();
  const [references] = onImport.mock.lastCall ?? [];
  expect(references?.map(({ name }) => name)).toEqual(['Beach', 'Atrium']);
  expect(references?.[1]).toMatchObject({
    version: 1,
    source: 'kaltura',
    serviceUrl,
    partnerId: 102,
    entryId: id,
    mediaType: 'image',
    projection: 'equirectangular',
    width: 4096,
    height: 2048,
  });
  expect(structuredClone(references)).toEqual(references);
  expect(JSON.stringify(references)).not.toMatch(/\bks\b/);
  expect(selectedNames()).toEqual([]);
});

test('keeps the selection through searching, filtering and paging', async () => {
  const account = accountWith(...Array.from({ length: 12 }, (_, index) => `Work ${index + 10}`), 'Choir');
  const { user, onImport } = renderTab(account, {}, { pageSize: 10 });
  await user.click(await entryCell(/^Choir/));
  await user.type(searchField(), 'work');
  await screen.findByText('12 results');
  const first = shownNames().at(0) ?? '';
  await user.click(await entryCell(new RegExp(`^${first}`)));
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  await screen.findByText('That’s everything.');
  const last = shownNames().at(-1) ?? '';
  await user.click(await entryCell(new RegExp(`^${last}`)));
  await user.clear(searchField());
  await screen.findByText('13 results');
  expect(selectedNames()).toContain('Choir');
  await user.click(screen.getByRole('button', { name: 'Import 3 items' }));
  await waitFor(() => expect(onImport).toHaveBeenCalledOnce());
  expect(onImport.mock.lastCall?.[0].map(({ name }) => name)).toEqual(['Choir', first, last]);
});

test('takes no more than maxSelectable, and with one the new choice replaces the old one', async () => {
  const account = accountWith('A one', 'B two', 'C three');
  const { user, update } = renderTab(account, {}, { maxSelectable: 2 });
  for (const name of [/^A/, /^B/, /^C/]) await user.click(await entryCell(name));
  expect(selectedNames().sort()).toEqual(['A one', 'B two']);
  expect(screen.getByText('2 of 2 selected')).toBeInTheDocument();
  expect(screen.getByText('You can select up to 2 items.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Clear selection' }));

  update({}, { maxSelectable: 1 });
  await user.click(await entryCell(/^A/));
  await user.click(await entryCell(/^B/));
  expect(selectedNames()).toEqual(['B two']);
});

test('imports at once by double click and by Enter, and the whole selection when it holds the entry', async () => {
  const account = accountWith('A one', 'B two', 'C three');
  const { user, onImport } = renderTab(account);
  const names = () => onImport.mock.lastCall?.[0].map(({ name }) => name);
  await user.dblClick(await entryCell(/^A/));
  await screen.findByText('1 item imported.');
  expect(names()).toEqual(['A one']);
  expect(selectedNames()).toEqual([]);

  (await entryCell(/^B/)).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(onImport).toHaveBeenCalledTimes(2));
  expect(names()).toEqual(['B two']);

  await user.click(await entryCell(/^C/));
  await user.click(await entryCell(/^B/));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(onImport).toHaveBeenCalledTimes(3));
  expect(names()).toEqual(['C three', 'B two']);
});

test('marks what the space already has', async () => {
  const account = createTestAccount();
  const { id } = account.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: ada });
  account.partner.addEntry({ name: 'Beach', mediaType: 2, userId: ada });
  renderTab(account, {}, { importedIds: [id] });
  expect(await entryCell(/^Atrium/)).toHaveAccessibleName(/In this space/);
  expect(await entryCell(/^Beach/)).not.toHaveAccessibleName(/In this space/);
});

test('is busy while the host takes its time, and imports only once', async () => {
  const account = accountWith('Atrium');
  const { user, onImport } = renderTab(account);
  const host = Promise.withResolvers<void>();
  onImport.mockReturnValue(host.promise);
  const cell = await entryCell(/^Atrium/);
  await user.click(cell);
  await user.click(screen.getByRole('button', { name: 'Import 1 item' }));
  const busy = await screen.findByRole('button', { name: 'Importing 1 item…' });
  await user.click(busy);
  await user.dblClick(cell);
  expect(onImport).toHaveBeenCalledOnce();
  await act(async () => host.resolve());
  await screen.findByText('1 item imported.');
});

test('keeps the selection when the host fails, says so, and imports on the next try', async () => {
  const account = accountWith('Atrium');
  const { user, onImport } = renderTab(account);
  onImport.mockRejectedValueOnce(new Error('the space is full'));
  await user.click(await entryCell(/^Atrium/));
  await user.click(screen.getByRole('button', { name: 'Import 1 item' }));
  await screen.findByText(/Nothing was imported/);
  expect(selectedNames()).toEqual(['Atrium']);
  await user.click(screen.getByRole('button', { name: 'Import 1 item' }));
  await screen.findByText('1 item imported.');
  expect(onImport).toHaveBeenCalledTimes(2);
});
