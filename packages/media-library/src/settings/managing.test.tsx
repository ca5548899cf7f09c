import { appTokenParams } from '@spaces-kaltura/client/exchange';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestHub, type TestHub } from '../testing/createTestHub.ts';
import { renderSettings } from '../testing/renderSettings.tsx';

let hub: TestHub;
let appToken: { id: string; token: string };
beforeEach(async () => {
  hub = await createTestHub();
  appToken = await hub.connect();
});
afterEach(() => hub.close());

const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
const theirs = (change: object = {}): object => ({
  service_url: hub.serviceUrl,
  partner_id: 102,
  tokens: { editor: { id: appToken.id, hash_type: 'SHA256' } },
  ...change,
});

describe('what is heard', () => {
  test.for(['Pause', 'Test', 'Replace & test'])('of a hub that is gone by then is said at “%s”', async (button) => {
    const { press, user } = renderSettings(hub);
    if (button === 'Replace & test') {
      await press(/^Replace secret/);
      await user.type(field('Token id (id)'), '0_new00000');
      await user.type(field('Secret (token)'), 'e'.repeat(32));
    }
    await screen.findByText('Connected');
    expect(await hub.asAnotherAdmin('DELETE', 'connection')).toBe(204);
    await press(button);
    await waitFor(() => expect(said()).toContain('The hub is disconnected from Kaltura.'));
    expect(screen.getByRole('heading', { name: 'Kaltura integration' })).toHaveFocus();
  });

  test('of pausing and resuming is said once it is done', async () => {
    const { press } = renderSettings(hub);
    await press('Pause');
    await waitFor(() => expect(said()).toContain('Paused'));
    await press('Resume');
    await waitFor(() => expect(said()).toContain('Connected'));
    expect(said()).not.toContain('Paused');
  });

  test('of a test that somebody runs is no word of saving', async () => {
    const { press, user } = renderSettings(hub);
    await press('Change settings');
    await user.click(screen.getByText('More settings'));
    await user.selectOptions(field('Which Kaltura user is a person?'), 'local_part');
    await press('Save & test');
    await waitFor(() => expect(said()).toMatch(/Saved\. .*checks/));
    await press('Test again');
    await waitFor(() => expect(said()).toMatch(/checks/));
    expect(said()).not.toContain('Saved');
  });

  const said = (): string =>
    screen
      .getAllByRole('status')
      .map(({ textContent }) => textContent)
      .join(' ');
});

describe('changing settings', () => {
  test('keeps the secret where its field stays empty', async () => {
    const { user, press } = renderSettings(hub);
    await press('Change settings');
    expect(field('Secret (token)')).toHaveAccessibleDescription(/fingerprint [0-9a-f]{8}\. Leave empty to keep it/);
    await user.click(screen.getByText('More settings'));
    await user.selectOptions(field('Which Kaltura user is a person?'), 'local_part');
    await press('Save & test');
    await screen.findByText(/whose id stands before the @/);
    expect(await hub.askForSession()).toBe('ok');
  });

  test('wants the secret again for another account, and says so before it is sent', async () => {
    const { user, press } = renderSettings(hub);
    await press('Change settings');
    await user.clear(field('Account (partnerId)'));
    await user.type(field('Account (partnerId)'), '103');
    expect(field('Secret (token)')).toHaveAccessibleDescription(/goes only where it was entered for/);
    await press('Save & test');
    await waitFor(() => expect(field('Secret (token)')).toHaveFocus());
    expect(hub.calls.some(({ name }) => name === 'PUT connection')).toBe(false);
  });

  test('shows what another admin changed meanwhile, by whom, and keeps what was entered', async () => {
    const { user, press } = renderSettings(hub);
    await press('Change settings');
    await user.click(screen.getByText('More settings'));
    await user.selectOptions(field('Which Kaltura user is a person?'), 'local_part');
    expect(await hub.asAnotherAdmin('PUT', 'connection', theirs({ conversion_profile_id: 5 }))).toBe(200);
    await press('Save & test');
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('conversion profile: nothing → 5');
    expect(notice).toHaveTextContent(/Noor Haddad, /);
    expect(field('Which Kaltura user is a person?').value).toBe('local_part');

    await press('Save mine over it');
    await screen.findByText(/whose id stands before the @/);
  });

  test('does not write over what another admin changed even when that is shown beside the form by then', async () => {
    const { user, press } = renderSettings(hub);
    await press('Change settings');
    await user.click(screen.getByText('More settings'));
    await user.type(field('Conversion profile'), '7');
    await hub.asAnotherAdmin('PUT', 'connection', theirs({ user_id_mapping: 'claim:staff_id' }));
    await press('Test');
    await screen.findByText(/in “staff_id” of their sign-in/);
    await press('Save & test');
    expect(await screen.findByRole('alert')).toHaveTextContent('how people are matched: email → claim:staff_id');
    expect(field('Conversion profile').value).toBe('7');
  });

  test('gives way to another admin when told to', async () => {
    const { user, press } = renderSettings(hub);
    await press('Change settings');
    await user.click(screen.getByText('More settings'));
    await user.selectOptions(field('Which Kaltura user is a person?'), 'local_part');
    await hub.asAnotherAdmin('PUT', 'connection', theirs({ user_id_mapping: 'claim:staff_id' }));
    await press('Save & test');
    await press('Discard mine');
    await screen.findByText(/in “staff_id” of their sign-in/);
    expect(screen.queryByRole('heading', { name: 'Change settings' })).not.toBeInTheDocument();
  });

  test('takes one’s own pause in between for no conflict', async () => {
    const { user, press } = renderSettings(hub);
    await press('Change settings');
    await user.click(screen.getByText('More settings'));
    await user.selectOptions(field('Which Kaltura user is a person?'), 'local_part');
    await press('Pause');
    await screen.findByRole('button', { name: 'Resume' });
    expect(field('Which Kaltura user is a person?').value).toBe('local_part');
    await press('Save & test');
    await screen.findByText(/whose id stands before the @/);
  });

  test('a hub that was disconnected meanwhile can be connected with what is entered, secret included', async () => {
    const { press, user } = renderSettings(hub);
    await press('Change settings');
    await hub.asAnotherAdmin('DELETE', 'connection');
    await press('Save & test');
    expect(await screen.findByRole('alert')).toHaveTextContent('The hub was disconnected.');
    await press('Save mine over it');
    await waitFor(() => expect(field('Secret (token)')).toBeInvalid());
    await user.type(field('Secret (token)'), appToken.token);
    await press('Save & test');
    await waitFor(async () => expect(await hub.askForSession()).toBe('ok'));
  });

  test('asks before the page is left, and tells the host, while something is not saved', async () => {
    const onUnsavedChange = vi.fn<(unsaved: boolean) => void>();
    const { user, press, unmount } = renderSettings(hub, { onUnsavedChange });
    await press('Change settings');
    const leave = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return !event.defaultPrevented;
    };
    expect(leave()).toBe(true);
    await user.type(field('Secret (token)'), 'abc');
    expect(leave()).toBe(false);
    expect(onUnsavedChange).toHaveBeenLastCalledWith(true);
    await press('Cancel');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Change settings' })).toHaveFocus());
    expect(leave()).toBe(true);
    expect(onUnsavedChange).toHaveBeenLastCalledWith(false);

    await press('Change settings');
    await user.type(field('Secret (token)'), 'abc');
    unmount();
    expect(leave()).toBe(true);
    expect(onUnsavedChange).toHaveBeenLastCalledWith(false);
  });
});

describe('pausing', () => {
  test('stops sessions and lets them begin again', async () => {
    const { press } = renderSettings(hub);
    await press('Pause');
    await screen.findByText(/Nobody gets a session since/);
    expect(await hub.askForSession()).toBe('connection_paused');
    await press('Resume');
    await screen.findByRole('button', { name: 'Pause' });
    expect(await hub.askForSession()).toBe('ok');
  });

  test('shows the latest state instead when somebody else was faster', async () => {
    const { press } = renderSettings(hub);
    await screen.findByRole('button', { name: 'Pause' });
    await hub.asAnotherAdmin('PUT', 'connection', theirs({ user_id_mapping: 'local_part' }));
    await press('Pause');
    expect(await screen.findByRole('alert')).toHaveTextContent('You see the latest state now');
    expect(screen.getByText(/whose id stands before the @/)).toBeInTheDocument();
    expect(await hub.askForSession()).toBe('ok');
    await press('Pause');
    await screen.findByRole('button', { name: 'Resume' });
  });

  test('of a hub that somebody disconnected meanwhile shows that', async () => {
    const { press } = renderSettings(hub);
    await screen.findByRole('button', { name: 'Pause' });
    await hub.asAnotherAdmin('DELETE', 'connection');
    await press('Pause');
    expect(await screen.findByText('What is needed')).toBeInTheDocument();
  });
});

describe('replacing the App Token', () => {
  test('serves from the new one, keeps the former one at hand, and forgets it when told to', async () => {
    const { press, paste } = renderSettings(hub);
    await press('Replace secret');
    const answer = await hub.addAppToken(appTokenParams('editor', { kind: 'own' }));
    const fresh = JSON.parse(answer) as { id: string; token: string };
    await paste(answer);
    await press('Replace & test');
    await screen.findByText(new RegExp(`The former one \\(${appToken.id}\\) stays at hand until`));
    expect(screen.getByText(new RegExp(`^${fresh.id}, SHA256, fingerprint`))).toBeInTheDocument();
    expect(document.documentElement.outerHTML).not.toContain(fresh.token);
    expect(await hub.askForSession()).toBe('ok');

    await press('Forget the former one now');
    await waitFor(() => expect(screen.queryByText(/stays at hand/)).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole('button', { name: 'Replace secret' })).toHaveFocus());
    expect(await hub.askForSession()).toBe('ok');
  });

  test('interrupts nobody when the new one is wrong', async () => {
    const { press, paste } = renderSettings(hub);
    await press('Replace secret');
    const answer = JSON.parse(await hub.addAppToken(appTokenParams('editor', { kind: 'own' }))) as object;
    await paste(JSON.stringify({ ...answer, token: 'f'.repeat(32) }));
    await press('Replace & test');
    await screen.findByText(/stays at hand|Kaltura refuses the new one/);
    expect(await hub.askForSession()).toBe('ok');
  });
});

describe('disconnecting', () => {
  test('leaves a dialog of the host alone in which the settings stand', async () => {
    const closed = vi.fn<() => void>();
    const { press } = renderSettings(hub, {}, ({ children }) => (
      <dialog open onClose={closed} onCancel={closed}>
        {children}
      </dialog>
    ));
    await press('Disconnect…');
    const dialog = await screen.findByRole<HTMLDialogElement>('dialog', { name: /^Disconnect/ });
    fireEvent(dialog, new Event('cancel'));
    dialog.close();
    await waitFor(() => expect(dialog.open).toBe(false));
    expect(closed).not.toHaveBeenCalled();
  });

  test('asks for the hub’s name, then ends sessions and offers to connect anew', async () => {
    const { user, press } = renderSettings(hub);
    await press('Disconnect…');
    const dialog = await screen.findByRole('dialog', { name: 'Disconnect Atelier Nord from Kaltura?' });
    const name = within(dialog).getByLabelText('Type “Atelier Nord” to confirm');
    await user.type(name, 'Atelier{Enter}');
    expect(await within(dialog).findByText('This is not the name of the hub.')).toBeInTheDocument();
    expect(await hub.askForSession()).toBe('ok');

    await user.clear(name);
    await user.type(name, 'Atelier Nord{Enter}');
    expect(await screen.findByText('The hub is disconnected from Kaltura.')).toHaveAttribute('role', 'status');
    await screen.findByText('What is needed');
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    expect(await hub.askForSession()).toBe('not_connected');
  });
});

describe('disconnecting what somebody else changed meanwhile', () => {
  test('is asked about once more, and done then', async () => {
    const { user, press } = renderSettings(hub);
    await press('Disconnect…');
    const dialog = await screen.findByRole('dialog', { name: /^Disconnect/ });
    await user.type(within(dialog).getByLabelText(/to confirm$/), 'Atelier Nord');
    await hub.asAnotherAdmin('PUT', 'connection', theirs({ conversion_profile_id: 5 }));
    await press('Disconnect');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody else changed the connection meanwhile',
    );
    expect(await hub.askForSession()).toBe('ok');

    await press('Disconnect');
    expect(await screen.findByText('The hub is disconnected from Kaltura.')).toBeInTheDocument();
    expect(await hub.askForSession()).toBe('not_connected');
  });
});

describe('the history', () => {
  test('tells who did what, and grows with what one does', async () => {
    await hub.asAnotherAdmin('PUT', 'connection', theirs({ conversion_profile_id: 5 }));
    const { user, press } = renderSettings(hub);
    await user.click(await screen.findByText('History of changes'));
    await screen.findByText('Noor Haddad changed the connection');
    expect(screen.getByText('Changed: conversion profile')).toBeInTheDocument();
    expect(screen.getByText('The operator connected the hub')).toBeInTheDocument();
    await press('Pause');
    await screen.findByText('You (Ada Lindqvist) paused the connection');
  });

  test('goes back page by page', async () => {
    for (let round = 0; round < 6; round += 1) {
      await hub.asAnotherAdmin('PUT', 'connection/pause');
      await hub.asAnotherAdmin('DELETE', 'connection/pause');
    }
    const { user, press } = renderSettings(hub);
    await user.click(await screen.findByText('History of changes'));
    await screen.findAllByText('Noor Haddad paused the connection');
    expect(screen.queryByText('The operator connected the hub')).not.toBeInTheDocument();
    await press('Show earlier');
    await screen.findByText('The operator connected the hub');
    expect(screen.queryByRole('button', { name: 'Show earlier' })).not.toBeInTheDocument();
  });
});
