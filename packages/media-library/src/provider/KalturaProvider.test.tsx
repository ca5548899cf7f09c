import { QueryClient, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { createStaticSessionSource, type SessionSource } from '@spaces-kaltura/client';
import { afterEach, expect, test, vi } from 'vitest';
import { FromKalturaTab } from '../from-kaltura/FromKalturaTab.tsx';
import { useKalturaSession } from '../hooks/useKalturaSession.ts';
import { useMessages } from '../messages/useMessages.ts';
import { ada, bruno, createTestAccount, type TestAccount } from '../testing/createTestAccount.ts';
import { entryCell, hub, renderTab, searchField, shownNames } from '../testing/renderTab.tsx';
import { KalturaProvider } from './KalturaProvider.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

function sharedAccount(): TestAccount {
  const account = createTestAccount();
  account.partner.addEntry({ name: 'Atrium of Ada', mediaType: 2, userId: ada });
  account.partner.addEntry({ name: 'Boat of Bruno', mediaType: 2, userId: bruno });
  return account;
}

const cleared = (source: SessionSource) => vi.spyOn(source, 'clear');

test('without a provider, a component says what to do', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(() => render(<FromKalturaTab onImport={() => {}} />)).toThrow(TypeError);
  expect(() => render(<FromKalturaTab onImport={() => {}} />)).toThrow(/No KalturaProvider above/);
});

test('without a way to a session, the provider says what to give it', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const incomplete = { hub, userId: ada } as Parameters<typeof KalturaProvider>[0];
  expect(() => render(<KalturaProvider {...incomplete} />)).toThrow(/exchangeUrl and getHostToken, or a session/);
});

test('when the person changes, cache, session, selection and filters are gone in the same commit', async () => {
  const account = sharedAccount();
  const queryClient = new QueryClient();
  queryClient.setQueryData(['host', 'own'], 'stays');
  const adasSession = account.session(ada);
  const clear = cleared(adasSession);
  const { user, update } = renderTab(account, { session: adasSession, queryClient });
  await user.type(searchField(), 'atrium');
  await user.click(await entryCell(/^Atrium/));
  expect(screen.getByText('1 selected')).toBeInTheDocument();

  update({ userId: bruno, session: account.session(bruno) });
  expect(screen.queryByText(/Atrium/)).not.toBeInTheDocument();
  expect(screen.getByText('Choose media to import.')).toBeInTheDocument();
  expect(searchField()).toHaveValue('');
  expect(clear).toHaveBeenCalledOnce();
  const left = queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey);
  expect(left).toContainEqual(['host', 'own']);
  expect(JSON.stringify(left)).not.toContain(ada);
  await entryCell(/^Boat/);
  expect(shownNames()).toEqual(['Boat of Bruno']);
  expect(
    JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
    ),
  ).not.toContain('Atrium');
});

test('the same person in another hub is another person', async () => {
  const account = sharedAccount();
  const { user, update } = renderTab(account);
  await user.click(await entryCell(/^Atrium/));
  update({ hub: { id: 'delta', name: 'Delta' }, session: account.session(ada) });
  expect(screen.queryByText(/Atrium/)).not.toBeInTheDocument();
  expect(screen.getByText('Choose media to import.')).toBeInTheDocument();
});

test('what is under way for the previous person is aborted, and its answer never shown', async () => {
  const account = sharedAccount();
  const answer = Promise.withResolvers<void>();
  account.answer(async (call, forward) => {
    const response = await forward();
    if (call.name === 'media.list' && account.calls('media.list').length === 1) await answer.promise;
    return response;
  });
  const { update } = renderTab(account);
  await waitFor(() => expect(account.calls('media.list')).toHaveLength(1));
  update({ userId: bruno, session: account.session(bruno) });
  expect(account.calls('media.list')[0]?.signal.aborted).toBe(true);
  answer.resolve();
  await entryCell(/^Boat/);
  expect(shownNames()).toEqual(['Boat of Bruno']);
});

test('the host token of the next person is never used for the previous one', async () => {
  const account = createTestAccount();
  const asked: string[] = [];
  const token = Promise.withResolvers<string>();
  const exchange = (person: string, getHostToken: () => Promise<string>) => ({
    exchangeUrl: 'https://exchange.test',
    userId: person,
    getHostToken: () => {
      asked.push(person);
      return getHostToken();
    },
  });
  const never = () => new Promise<string>(() => {});
  const { update } = renderTab(
    account,
    exchange(ada, () => token.promise),
  );
  await waitFor(() => expect(asked).toContain(ada));
  update(exchange(bruno, never));
  token.resolve('token of ada');
  await waitFor(() => expect(asked.at(-1)).toBe(bruno));
  expect(account.calls()).toEqual([]);
});

test('a new getHostToken on every render changes nothing', async () => {
  const account = createTestAccount();
  account.answer(() => new Promise(() => {}));
  const getHostToken = vi.fn<() => Promise<string>>().mockResolvedValue('token');
  const exchange = () => ({ exchangeUrl: 'https://exchange.test', getHostToken: () => getHostToken() });
  const { update } = renderTab(account, exchange());
  await waitFor(() => expect(account.calls()).toHaveLength(1));
  update(exchange());
  update(exchange());
  expect(account.calls()).toHaveLength(1);
  expect(account.calls()[0]?.signal.aborted).toBe(false);
});

test('everything ends when the provider goes', async () => {
  const account = sharedAccount();
  const queryClient = new QueryClient();
  const session = account.session(ada);
  const clear = cleared(session);
  const { unmount } = renderTab(account, { session, queryClient });
  await entryCell(/^Atrium/);
  expect(clear).not.toHaveBeenCalled();
  unmount();
  await Promise.resolve();
  expect(clear).toHaveBeenCalledOnce();
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
});

test('every key begins with hub and person, and no KS is in the cache', async () => {
  const account = sharedAccount();
  const queryClient = new QueryClient();
  const session = account.session(ada);
  renderTab(account, { session, queryClient });
  await entryCell(/^Atrium/);
  const queries = queryClient.getQueryCache().getAll();
  expect(queries.map(({ queryKey }) => queryKey.slice(0, 3))).toEqual(queries.map(() => ['kaltura', hub.id, ada]));
  const { ks } = await session.get();
  expect(ks.length).toBeGreaterThan(20);
  expect(JSON.stringify(queries.map(({ queryKey, state }) => [queryKey, state]))).not.toContain(ks);
});

test('neither needs nor touches a QueryClientProvider of the host', async () => {
  function HostPart(): string {
    return useQuery({ queryKey: ['x'], queryFn: () => 'host data' }, new QueryClient()).status;
  }
  const session = createStaticSessionSource({
    ks: 'x',
    serviceUrl: 'https://kaltura.test',
    partnerId: 102,
    userId: ada,
  });
  render(
    <KalturaProvider hub={hub} userId={ada} session={session}>
      <HostPart />
    </KalturaProvider>,
  );
  expect(screen.getByText('pending')).toBeInTheDocument();
});

test('tells who one is in Kaltura, without the KS', async () => {
  function Account(): string {
    const { status, session, hub: where } = useKalturaSession();
    return `${where.name}: ${status} ${JSON.stringify(session)}`;
  }
  const session = createStaticSessionSource({
    ks: 'secret',
    serviceUrl: 'https://kaltura.test',
    partnerId: 102,
    userId: ada,
  });
  const { container } = render(
    <KalturaProvider hub={hub} userId={ada} session={session}>
      <Account />
    </KalturaProvider>,
  );
  await screen.findByText(/Atelier Nord: ready .*"partnerId":102/);
  expect(container.textContent).not.toContain('secret');
});

test('speaks the locale, with the host’s own words on top', async () => {
  function Words(): string {
    const { t, format } = useMessages();
    return `${t.retry} · ${t.tabLabel} · ${t.problems.offline.title} · ${format.number(1234)}`;
  }
  const session = createStaticSessionSource({
    ks: 'x',
    serviceUrl: 'https://kaltura.test',
    partnerId: 102,
    userId: ada,
  });
  const messages = { tabLabel: 'Médiathèque', problems: { offline: { title: 'Pas de réseau', text: 'Patience.' } } };
  render(
    <KalturaProvider hub={hub} userId={ada} session={session} locale="fr-FR" messages={messages}>
      <Words />
    </KalturaProvider>,
  );
  expect(await screen.findByText(/^Réessayer · Médiathèque · Pas de réseau · 1\s234$/)).toBeInTheDocument();
});
