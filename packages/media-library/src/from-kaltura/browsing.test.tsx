import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ada, bruno, createTestAccount, type TestAccount } from '../testing/createTestAccount.ts';
import { entryCell, renderTab, searchField, shownNames } from '../testing/renderTab.tsx';

const day = 86_400;

/** Three works of Ada's, newest last, and one of Bruno's. */
function seededAccount(): TestAccount {
  const account = createTestAccount();
  const now = account.sandbox.clock.now();
  const { partner } = account;
  partner.addEntry({
    name: 'Atrium at noon',
    mediaType: 1,
    userId: ada,
    createdAt: now - 3 * day,
    durationMs: 62_000,
    plays: 7,
  });
  partner.addEntry({ name: 'Beach panorama', mediaType: 2, userId: ada, createdAt: now - 2 * day, tags: 'beach, 360' });
  partner.addEntry({ name: 'Choir', mediaType: 5, userId: ada, createdAt: now - day, durationMs: 5000, plays: 30 });
  partner.addEntry({ name: 'Delta of Bruno', mediaType: 1, userId: bruno, createdAt: now - day, tags: '360 tour' });
  return account;
}

const listCalls = (account: TestAccount) => account.calls('media.list').map(({ params }) => params);

test('shows one’s own media, newest first, and says how many there are', async () => {
  renderTab(seededAccount());
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
  await entryCell(/^Atrium/);
  expect(shownNames()).toEqual(['Choir', 'Beach panorama', 'Atrium at noon']);
  expect(screen.getByText('3 results')).toHaveAttribute('role', 'status');
  expect(await entryCell(/^Beach/)).toHaveAccessibleName(/^Beach panorama 360° Image /);
  expect(screen.queryByText('Whose media')).not.toBeInTheDocument();
});

test('asks for the session and the first page once, StrictMode or not', async () => {
  const account = seededAccount();
  renderTab(account);
  await entryCell(/^Atrium/);
  expect(account.calls().map(({ name }) => name)).toEqual([
    'session.startWidgetSession',
    'appToken.startSession',
    'user.get',
    'media.list',
  ]);
});

test('searches in Kaltura once the typing rests, by relevance, and goes back to the order from before', async () => {
  const account = seededAccount();
  const { user } = renderTab(account);
  await entryCell(/^Atrium/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Name');
  await waitFor(() => expect(shownNames()).toEqual(['Atrium at noon', 'Beach panorama', 'Choir']));

  await user.type(searchField(), 'beach');
  await screen.findByText('1 result');
  expect(shownNames()).toEqual(['Beach panorama']);
  expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveDisplayValue('Relevance');
  const asked = listCalls(account).map((params) => [params.get('filter[freeText]'), params.get('filter[orderBy]')]);
  expect(asked).toEqual([
    [null, '-createdAt'],
    [null, '+name'],
    ['beach*', '-weight'],
  ]);

  await user.click(screen.getByRole('button', { name: 'Clear search' }));
  await screen.findByText('3 results');
  expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveDisplayValue('Name');
});

test('aborts a search that is replaced by another one', async () => {
  const account = seededAccount();
  const { user } = renderTab(account);
  await entryCell(/^Atrium/);
  account.answer(async ({ params }, forward) => {
    if (params.get('filter[freeText]') === 'beach*') await new Promise(() => {});
    return forward();
  });
  await user.type(searchField(), 'beach');
  await waitFor(() => expect(account.calls('media.list')).toHaveLength(2));
  await user.clear(searchField());
  await user.type(searchField(), 'choir');
  await screen.findByText('1 result');
  expect(shownNames()).toEqual(['Choir']);
  const [, beach, choir] = account.calls('media.list');
  expect(beach?.signal.aborted).toBe(true);
  expect(choir?.signal.aborted).toBe(false);
});

test.for(['"', '!', '  ,.', '🎉'])(
  'says that %s alone cannot be searched for, without asking Kaltura',
  async (signs) => {
    const account = seededAccount();
    const { user } = renderTab(account);
    await entryCell(/^Atrium/);
    await user.type(searchField(), signs);
    await screen.findByText(/Signs and emoji alone cannot be found/);
    expect(account.calls('media.list')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await entryCell(/^Atrium/);
  },
);

test('the 360° filter asks Kaltura for the tag and keeps only what is tagged exactly so', async () => {
  const account = seededAccount();
  const { user } = renderTab(account, { session: account.session(ada, { listAll: true }) });
  await entryCell(/^Delta/);
  await user.click(screen.getByRole('button', { name: '360° only', pressed: false }));
  await screen.findByText('1 result');
  expect(shownNames()).toEqual(['Beach panorama']);
  expect(listCalls(account).at(-1)?.get('filter[tagsLike]')).toBe('360');
});

test('explains the tag when the 360° filter leaves nothing', async () => {
  const account = seededAccount();
  const { user } = renderTab(account, {}, { accept: ['video'] });
  await entryCell(/^Atrium/);
  await user.click(screen.getByRole('button', { name: '360° only' }));
  await screen.findByRole('heading', { name: 'Nothing found' });
  expect(screen.getByText(/Only media tagged “360” in Kaltura counts/)).toBeInTheDocument();
});

test('says what was searched for in vain, however long it is', async () => {
  const { user } = renderTab(seededAccount());
  await entryCell(/^Atrium/);
  await user.click(searchField());
  await user.paste(`<b>bold</b> ${'x'.repeat(10_000)}`);
  const heading = await screen.findByRole('heading', { name: /^Nothing found for “<b>bold<\/b> x+…”$/ });
  expect(heading.textContent.length).toBeLessThan(120);
});

test('tells an earlier answer from the one to come, however long Kaltura takes', async () => {
  const account = seededAccount();
  const { user } = renderTab(account);
  await entryCell(/^Atrium/);
  const asked = Promise.withResolvers<void>();
  account.answer(async (_, forward) => {
    await asked.promise;
    return forward();
  });
  await user.click(searchField());
  await user.paste('beach');
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
  expect(screen.queryByText('3 results')).not.toBeInTheDocument();
  await waitFor(() => expect(account.calls('media.list')).toHaveLength(2));
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
  asked.resolve();
  await screen.findByText('1 result');
  expect(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'false');
  expect(shownNames()).toEqual(['Beach panorama']);
});

test('says of nothing that it was not found before Kaltura was asked', async () => {
  const account = seededAccount();
  const { user } = renderTab(account);
  await entryCell(/^Atrium/);
  await user.click(searchField());
  await user.paste('bea');
  await screen.findByText('1 result');
  await user.paste('rs');
  await screen.findByRole('heading', { name: 'Nothing found for “bears”' });
  account.answer(() => new Promise(() => {}));
  await user.paste(' at noon');
  expect(screen.queryByRole('heading', { name: /noon/ })).not.toBeInTheDocument();
  await waitFor(() => expect(account.calls('media.list')).toHaveLength(4));
  expect(screen.queryByRole('heading', { name: /^Nothing found/ })).not.toBeInTheDocument();
});

test('filters by type, and offers only the accepted ones', async () => {
  const account = seededAccount();
  const { user, update } = renderTab(account);
  await entryCell(/^Atrium/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Sounds');
  await screen.findByText('1 result');
  expect(shownNames()).toEqual(['Choir']);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'All types');

  update({}, { accept: ['image', 'audio'] });
  await screen.findByText('2 results');
  const types = within(screen.getByRole('combobox', { name: 'Type' })).getAllByRole('option');
  expect(types.map((option) => option.textContent)).toEqual(['All types', 'Images', 'Sounds']);
  update({}, { accept: ['audio'] });
  await screen.findByText('1 result');
  expect(screen.queryByRole('combobox', { name: 'Type' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '360° only' })).not.toBeInTheDocument();
});

test('offers “mine” and “everyone’s” where the session may list all', async () => {
  const account = seededAccount();
  const { user } = renderTab(account, { session: account.session(ada, { listAll: true }) });
  await screen.findByText('4 results');
  await user.click(screen.getByRole('radio', { name: 'Mine' }));
  await screen.findByText('3 results');
  expect(listCalls(account).at(-1)?.get('filter[userIdEqual]')).toBe(ada);
});

test('loads page after page by a button, up to the end', async () => {
  const account = createTestAccount();
  for (let number = 10; number < 35; number += 1) {
    account.partner.addEntry({ name: `Work ${number}`, mediaType: 2, userId: ada });
  }
  const { user } = renderTab(account, {}, { pageSize: 10 });
  await screen.findByText('10 of 25 shown');
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  await screen.findByText('20 of 25 shown');
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  await screen.findByText('That’s everything.');
  expect(new Set(shownNames()).size).toBe(25);
  expect(screen.queryByRole('button', { name: 'Load more' })).not.toBeInTheDocument();
});

test('keeps what is loaded when the next page fails, and tries again', async () => {
  const account = createTestAccount();
  for (let number = 10; number < 22; number += 1) {
    account.partner.addEntry({ name: `Work ${number}`, mediaType: 2, userId: ada });
  }
  const { user } = renderTab(account, {}, { pageSize: 10 });
  await screen.findByText('10 of 12 shown');
  account.answer(() => new Response('<html>maintenance</html>'));
  await user.click(screen.getByRole('button', { name: 'Load more' }));
  await screen.findByText(/next items could not be loaded/);
  expect(shownNames()).toHaveLength(10);
  account.answer();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('That’s everything.');
  expect(shownNames()).toHaveLength(12);
});

test('remembers the list view for this person in this hub, and nobody else', async () => {
  const account = seededAccount();
  const { user, unmount } = renderTab(account);
  await entryCell(/^Atrium/);
  await user.click(screen.getByRole('radio', { name: 'List' }));
  await screen.findByRole('row', { name: /Atrium/ });
  expect(JSON.stringify(localStorage)).not.toContain('ada');
  unmount();

  const again = renderTab(account);
  await screen.findByRole('row', { name: /Atrium/ });
  expect(screen.getByRole('radio', { name: 'List' })).toBeChecked();
  again.update({ userId: bruno, session: account.session(bruno) });
  await entryCell(/^Delta/);
  expect(screen.getByRole('radio', { name: 'Grid' })).toBeChecked();
});

test('shows names as text and copes with the odd ones', async () => {
  const account = createTestAccount();
  const { partner } = account;
  partner.addEntry({ name: '<img src=x onerror=alert(1)>', mediaType: 2, userId: ada });
  partner.addEntry({ name: 'x'.repeat(10_000), mediaType: 1, userId: ada });
  partner.addEntry({ name: '   ', mediaType: 5, userId: ada });
  partner.addEntry({ name: 'مشهد بانورامي', mediaType: 2, userId: ada });
  renderTab(account);
  await screen.findByText('4 results');
  expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeInTheDocument();
  expect(screen.getByRole('gridcell', { name: /^Untitled/ })).toBeInTheDocument();
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

test('shows one’s own media on its way, and what failed, with a status', async () => {
  const account = createTestAccount();
  const { partner } = account;
  partner.addEntry({ name: 'Ready', mediaType: 1, userId: ada });
  partner.addEntry({ name: 'Coming', mediaType: 1, userId: ada, status: 1 });
  partner.addEntry({ name: 'Broken', mediaType: 1, userId: ada, status: -1 });
  const { user, onImport } = renderTab(account);
  expect(await entryCell(/^Coming/)).toHaveAccessibleName(/Processing/);
  const broken = await entryCell(/^Broken/);
  expect(broken).toHaveAccessibleName(/Failed/);
  expect(broken).toHaveAttribute('aria-disabled', 'true');
  await user.dblClick(broken);
  await user.dblClick(await entryCell(/^Coming/));
  await waitFor(() => expect(onImport).toHaveBeenCalledOnce());
  expect(onImport.mock.lastCall?.[0]).toMatchObject([{ name: 'Coming' }]);
});

test('an expired KS is renewed without anybody noticing', async () => {
  const account = seededAccount();
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { user } = renderTab(account, { session: account.session(ada, { expiry: 3600 }) });
    await entryCell(/^Atrium/);
    // Only Kaltura's clock moves: the browser believes its KS is still good.
    await account.sandbox.clock.advance(3601);
    await user.type(searchField(), 'choir');
    await screen.findByText('1 result');
    expect(shownNames()).toEqual(['Choir']);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(account.calls('appToken.startSession')).toHaveLength(2);
    expect(listCalls(account)).toHaveLength(3);
  } finally {
    vi.useRealTimers();
  }
});
