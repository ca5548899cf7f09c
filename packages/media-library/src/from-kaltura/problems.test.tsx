import { act, screen, waitFor } from '@testing-library/react';
import { exchangeErrors, type ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import { afterEach, expect, test, vi } from 'vitest';
import { enExchange } from '../messages/enExchange.ts';
import { ada, createTestAccount, type TestAccount } from '../testing/createTestAccount.ts';
import { entryCell, renderTab, searchField } from '../testing/renderTab.tsx';

const exchange = { exchangeUrl: 'https://exchange.test', getHostToken: async () => 'host token' };

function accountWith(...names: string[]): TestAccount {
  const account = createTestAccount();
  for (const name of names) account.partner.addEntry({ name, mediaType: 2, userId: ada });
  return account;
}

const problem = (code: ExchangeErrorCode): Response => {
  const { status, retriable, nextStep, fixBy } = exchangeErrors[code];
  const body = {
    type: `https://docs.test/${code}`,
    title: code,
    status,
    code,
    retriable,
    next_step: nextStep,
    fix_by: fixBy,
  };
  return Response.json(
    { ...body, instance: 'urn:request:01JTEST' },
    { status, headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '60' } },
  );
};

const goOnline = (online: boolean): Promise<void> =>
  act(async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
    window.dispatchEvent(new Event(online ? 'online' : 'offline'));
  });

afterEach(() => {
  vi.restoreAllMocks();
});

test('an empty account says so', async () => {
  renderTab(createTestAccount());
  await screen.findByRole('heading', { name: 'Nothing here yet' });
  expect(screen.queryByRole('button', { name: 'Clear filters' })).not.toBeInTheDocument();
});

/** A plan, a missing connection and a role are as somebody decided; some things one mends oneself. */
const supportHelps = (code: ExchangeErrorCode): boolean =>
  !['plan_not_entitled', 'not_connected', 'role_required'].includes(code) && exchangeErrors[code].fixBy !== 'user';

test.for(Object.keys(exchangeErrors) as ExchangeErrorCode[])(
  'when the exchange says %s, there is what happened, what to do, and a retry where it helps',
  async (code) => {
    const account = createTestAccount();
    account.answer(() => problem(code));
    const { container } = renderTab(account, exchange);
    await screen.findByRole('heading', { name: enExchange[code].title });
    expect(screen.getByText(enExchange[code].text)).toBeInTheDocument();
    expect(screen.queryAllByText('Reference for support: 01JTEST')).toHaveLength(supportHelps(code) ? 1 : 0);
    const helps = exchangeErrors[code].retriable !== 'no';
    expect(screen.queryAllByRole('button', { name: 'Try again' })).toHaveLength(helps ? 1 : 0);
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
    expect(container.textContent).not.toContain('host token');
  },
);

test('a plan without Kaltura is locked, an unconnected hub says who connects it', async () => {
  const account = createTestAccount();
  account.answer(() => problem('plan_not_entitled'));
  const { container, unmount } = renderTab(account, exchange);
  await screen.findByText(/Enterprise and University plans/);
  expect(container.querySelector('[data-kind="locked"]')).not.toBeNull();
  unmount();
  account.answer(() => problem('not_connected'));
  const second = renderTab(account, exchange);
  await screen.findByText(/A hub admin connects it/);
  expect(second.container.querySelector('[data-kind="notConnected"]')).not.toBeNull();
});

test('a host that cannot sign says so without its own error', async () => {
  const account = createTestAccount();
  const getHostToken = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('cookie secret-123 expired'));
  const { container } = renderTab(account, { ...exchange, getHostToken });
  await screen.findByRole('heading', { name: 'We could not confirm who you are' });
  expect(container.textContent).not.toContain('secret-123');
  expect(account.calls()).toEqual([]);
});

test('HTML instead of JSON is an error with a retry that keeps its place and recovers', async () => {
  const account = accountWith('Atrium');
  account.answer((call, forward) =>
    call.name === 'media.list' ? new Response('<html><body>Bad gateway</body></html>') : forward(),
  );
  const { user } = renderTab(account);
  await screen.findByRole('heading', { name: 'Kaltura sent something unreadable' });
  expect(screen.getByRole('alert')).toBeInTheDocument();

  const gate = Promise.withResolvers<void>();
  account.answer(async (_, forward) => {
    await gate.promise;
    return forward();
  });
  const retry = screen.getByRole('button', { name: 'Try again' });
  await user.click(retry);
  expect(await screen.findByRole('button', { name: 'Trying again…' })).toBe(retry);
  expect(retry).toHaveFocus();
  gate.resolve();
  await entryCell(/^Atrium/);
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('Kaltura being down is told apart from being forbidden', async () => {
  const account = accountWith('Atrium');
  account.answer((call, forward) => (call.name === 'media.list' ? new Response('', { status: 503 }) : forward()));
  const { unmount } = renderTab(account);
  await screen.findByRole('heading', { name: 'Kaltura does not answer' });
  unmount();

  account.answer((call, forward) =>
    call.name === 'media.list'
      ? Response.json({
          code: 'SERVICE_FORBIDDEN',
          message: 'The access to service [media->list] is forbidden',
          objectType: 'KalturaAPIException',
          args: { SERVICE: 'media', ACTION: 'list' },
        })
      : forward(),
  );
  const { container } = renderTab(account);
  await screen.findByRole('heading', { name: 'Kaltura does not allow this' });
  expect(container.querySelector('[data-kind="forbidden"]')).not.toBeNull();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});

test('a search that fails keeps the search field, and another search recovers', async () => {
  const account = accountWith('Atrium');
  const { user } = renderTab(account);
  await entryCell(/^Atrium/);
  account.answer(() =>
    Response.json({
      code: 'INTERNAL_SERVERL_ERROR',
      message: 'Internal server error',
      objectType: 'KalturaAPIException',
      args: [],
    }),
  );
  await user.type(searchField(), 'nord');
  await screen.findByRole('heading', { name: 'Kaltura could not answer this request' });
  account.answer();
  await user.clear(searchField());
  expect(await entryCell(/^Atrium/)).toBeInTheDocument();
});

test('without a network it says so, and comes back by itself', async () => {
  const account = accountWith('Atrium');
  account.answer(() => Promise.reject(new TypeError('Failed to fetch')));
  await goOnline(false);
  renderTab(account);
  await screen.findByRole('heading', { name: 'You are offline' });
  await waitFor(() => expect(account.calls().length).toBeGreaterThan(0));
  account.answer();
  await goOnline(true);
  await entryCell(/^Atrium/);
});

test('what is loaded stays in view when the network goes', async () => {
  const account = accountWith('Atrium');
  renderTab(account);
  await entryCell(/^Atrium/);
  await goOnline(false);
  expect(await entryCell(/^Atrium/)).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: 'You are offline' })).not.toBeInTheDocument();
});

test('a service out of reach while online is told apart from being offline', async () => {
  const account = createTestAccount();
  account.answer(() => Promise.reject(new TypeError('Failed to fetch')));
  renderTab(account, exchange);
  await screen.findByRole('heading', { name: 'The library cannot be reached' });
  expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
});
