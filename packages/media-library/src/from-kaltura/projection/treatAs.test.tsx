import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { ada, bruno, createTestAccount, type TestAccount } from '../../testing/createTestAccount.ts';
import { entryCell, renderTab, shownNames } from '../../testing/renderTab.tsx';

const sphericalOnly = (): HTMLElement => screen.getByRole('button', { name: '360° only' });
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Treat as 360°' });

function accountWithAtrium(init: { tags?: string; partnerData?: string; mediaType?: number } = {}): TestAccount & {
  id: string;
} {
  const account = createTestAccount();
  const { id } = account.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: ada, tags: 'lobby', ...init });
  return { ...account, id };
}

/** What Kaltura has of the entry now. */
async function stored(account: TestAccount, id: string, userId = ada): Promise<{ tags: string; partnerData?: string }> {
  const { ks } = await account.session(userId).get();
  const body = new URLSearchParams({ ks, format: '1', entryId: id });
  const url = 'https://kaltura.test/api_v3/service/media/action/get';
  const response = await account.sandbox.fetch(new Request(url, { method: 'POST', body }));
  return (await response.json()) as { tags: string; partnerData?: string };
}

async function openOptions(user: UserEvent, name: RegExp): Promise<void> {
  (await entryCell(name)).focus();
  await user.keyboard('{F2}');
  await dialog();
}

async function choose(user: UserEvent, shape: string): Promise<void> {
  await user.click(within(await dialog()).getByRole('radio', { name: new RegExp(`^${shape}`) }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
}

describe('treating an entry as 360°', () => {
  test('with the keyboard alone: asks for the layout, shows it at once, writes the tag, says so', async () => {
    const account = accountWithAtrium();
    const { user } = renderTab(account);
    await openOptions(user, /^Atrium/);
    expect(within(await dialog()).getByText('Atrium')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /^Flat/ })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /^360° in 3D, top/ }));
    await user.keyboard('{Enter}');
    await screen.findByText('“Atrium” is now treated as 360° in 3D, top and bottom.');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await entryCell(/^Atrium.*360°/)).toBeInTheDocument();
    expect(await stored(account, account.id)).toMatchObject({
      tags: 'lobby, 360',
      partnerData: '{"spacesKaltura":1,"stereo":"top-bottom"}',
    });
  });

  test('with the pointer, and chooses nothing by it', async () => {
    const account = accountWithAtrium();
    const { user } = renderTab(account);
    await user.click(within(await entryCell(/^Atrium/)).getByRole('button', { name: 'Options' }));
    await choose(user, '360° One');
    await screen.findByText('“Atrium” is now treated as 360°.');
    expect(screen.getByText('Choose media to import.')).toBeInTheDocument();
    expect(await stored(account, account.id)).toMatchObject({ tags: 'lobby, 360' });
  });

  test('in the list too', async () => {
    const account = accountWithAtrium();
    const { user } = renderTab(account);
    await user.click(await screen.findByRole('radio', { name: 'List' }));
    const row = await screen.findByRole('row', { name: /Atrium/ });
    await user.click(within(row).getByRole('button', { name: 'Options' }));
    await choose(user, '360° One');
    await screen.findByText('“Atrium” is now treated as 360°.');
    expect(screen.getByRole('row', { name: /Atrium 360°/ })).toBeInTheDocument();
  });

  test('is shown before Kaltura has answered, and while its lists lag behind', async () => {
    const account = accountWithAtrium();
    const answer = Promise.withResolvers<void>();
    account.answer(async (call, forward) => {
      if (call.name === 'multirequest.null') await answer.promise;
      return forward();
    });
    const { user } = renderTab(account);
    await openOptions(user, /^Atrium/);
    await choose(user, '360° One');
    expect(await entryCell(/^Atrium.*360°/)).toBeInTheDocument();
    expect(screen.getByText('Changing “Atrium”…')).toBeInTheDocument();
    expect(await stored(account, account.id)).toMatchObject({ tags: 'lobby' });

    // From here on the list is as it was before the change.
    account.answer(async (call, forward) => {
      if (call.name !== 'media.list') return forward();
      const isSpherical = call.params.get('filter[tagsLike]') === '360';
      const response = await forward();
      if (!isSpherical) return response;
      return Response.json({ objects: [], totalCount: 0, objectType: 'KalturaMediaListResponse' });
    });
    answer.resolve();
    await screen.findByText('“Atrium” is now treated as 360°.');
    await user.click(sphericalOnly());
    await screen.findByText('1 result');
    expect(shownNames()).toEqual(['Atrium']);
  });

  test('reaches what is chosen already: it is imported as it is now', async () => {
    const account = accountWithAtrium();
    const { user, onImport } = renderTab(account);
    await user.click(await entryCell(/^Atrium/));
    await openOptions(user, /^Atrium/);
    await choose(user, '360° in 3D, side');
    await screen.findByText(/is now treated/);
    await user.click(screen.getByRole('button', { name: 'Import 1 item' }));
    await waitFor(() => expect(onImport).toHaveBeenCalledOnce());
    expect(onImport.mock.lastCall?.[0]).toMatchObject([{ projection: 'equirectangular', stereoMode: 'left-right' }]);
  });

  test('is not offered for sounds, and not asked of Kaltura when nothing is changed', async () => {
    const account = accountWithAtrium();
    account.partner.addEntry({ name: 'Rain', mediaType: 5, userId: ada });
    const { user } = renderTab(account);
    expect(within(await entryCell(/^Rain/)).queryByRole('button')).not.toBeInTheDocument();
    (await entryCell(/^Rain/)).focus();
    await user.keyboard('{F2}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await openOptions(user, /^Atrium/);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(account.calls('media.get')).toEqual([]);
  });

  test('leaves what another system keeps in the entry alone, and says what that means', async () => {
    const account = accountWithAtrium({ partnerData: '{"lms":7}' });
    const { user } = renderTab(account);
    await openOptions(user, /^Atrium/);
    expect(screen.getByRole('radio', { name: /^360° in 3D, top/ })).toBeDisabled();
    expect(screen.getByText(/Another system uses the field/)).toBeInTheDocument();
    await choose(user, '360° One');
    await screen.findByText(/is now treated/);
    expect(await stored(account, account.id)).toMatchObject({ tags: 'lobby, 360', partnerData: '{"lms":7}' });
  });
});

describe('undoing it', () => {
  test('is one button away and leaves the entry as it was', async () => {
    const account = accountWithAtrium();
    const { user } = renderTab(account);
    await openOptions(user, /^Atrium/);
    await choose(user, '360° in 3D, top');
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByText('“Atrium” is as it was before.');
    expect(await entryCell(/^Atrium/)).not.toHaveAccessibleName(/360°/);
    const { tags, partnerData } = await stored(account, account.id);
    expect([tags, partnerData]).toEqual(['lobby', undefined]);
    // The focus stays where one has pressed, and goes back to the entries in the end.
    expect(screen.getByRole('group', { name: 'Treat as 360°' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(await entryCell(/^Atrium/)).toHaveFocus();
  });

  test('brings back what left the 360° filter', async () => {
    const account = accountWithAtrium({
      tags: '360, lobby',
      partnerData: '{"spacesKaltura":1,"uploadId":"u1","stereo":"left-right"}',
    });
    account.partner.addEntry({ name: 'Beach', mediaType: 2, userId: ada, tags: '360' });
    const { user } = renderTab(account);
    await entryCell(/^Atrium/);
    await user.click(sphericalOnly());
    await screen.findByText('2 results');
    await openOptions(user, /^Atrium/);
    expect(screen.getByRole('radio', { name: /^360° in 3D, side/ })).toBeChecked();
    await choose(user, 'Flat');
    await screen.findByText('“Atrium” is no longer treated as 360°.');
    expect(shownNames()).toEqual(['Beach']);
    await screen.findByText('1 result');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('“Atrium” is as it was before.');
    expect(shownNames().sort()).toEqual(['Atrium', 'Beach']);
    expect(await stored(account, account.id)).toMatchObject({
      tags: 'lobby, 360',
      partnerData: '{"spacesKaltura":1,"uploadId":"u1","stereo":"left-right"}',
    });
  });
});

describe('when it fails', () => {
  test('somebody else’s entry is shown again as it was, with whose it is', async () => {
    const account = createTestAccount();
    const { id } = account.partner.addEntry({ name: 'Boat', mediaType: 1, userId: bruno });
    const { user } = renderTab(account, { session: account.session(ada, { listAll: true }) });
    await openOptions(user, /^Boat/);
    await choose(user, '360° One');
    await screen.findByText(/^“Boat” stays as it was: it belongs to bruno@atelier-nord\.example/);
    expect(await entryCell(/^Boat/)).not.toHaveAccessibleName(/360°/);
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect((await stored(account, id, bruno)).tags).toBe('');
  });

  test('a passing trouble can be tried again', async () => {
    const account = accountWithAtrium();
    // From the write on nothing reaches Kaltura any more, so nobody can ask what has become of it either.
    let gone = false;
    account.answer((call, forward) => {
      gone ||= call.name === 'multirequest.null';
      return gone ? new Response('', { status: 404 }) : forward();
    });
    const { user } = renderTab(account);
    await openOptions(user, /^Atrium/);
    await choose(user, '360° One');
    await screen.findByText(/^“Atrium” stays as it was\. Kaltura sent something unreadable\./);
    expect(await entryCell(/^Atrium/)).not.toHaveAccessibleName(/360°/);
    account.answer();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('“Atrium” is now treated as 360°.');
    expect(await stored(account, account.id)).toMatchObject({ tags: 'lobby, 360' });
  });

  test('an entry that is gone says so', async () => {
    const account = accountWithAtrium();
    const { user } = renderTab(account);
    await openOptions(user, /^Atrium/);
    account.answer((call, forward) =>
      call.name === 'media.get'
        ? Response.json({
            code: 'ENTRY_ID_NOT_FOUND',
            message: 'Entry id not found',
            objectType: 'KalturaAPIException',
            args: { ENTRY_ID: account.id },
          })
        : forward(),
    );
    await choose(user, '360° One');
    expect(await screen.findByText(/“Atrium” is no longer in Kaltura/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });
});

test('what one person has changed is not told to the next', async () => {
  const account = accountWithAtrium();
  const { user, update } = renderTab(account);
  await openOptions(user, /^Atrium/);
  await choose(user, '360° One');
  await screen.findByText('“Atrium” is now treated as 360°.');
  update({ userId: bruno, session: account.session(bruno) });
  expect(screen.queryByText(/is now treated/)).not.toBeInTheDocument();
});
