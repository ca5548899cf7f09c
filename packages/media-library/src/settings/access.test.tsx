import { createStaticSessionSource } from '@spaces-kaltura/client';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, type ReactElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FromKalturaTab } from '../from-kaltura/FromKalturaTab.tsx';
import { KalturaProvider } from '../provider/KalturaProvider.tsx';
import { createTestHub, kim, type TestHub } from '../testing/createTestHub.ts';
import { renderSettings } from '../testing/renderSettings.tsx';
import { KalturaSettings } from './KalturaSettings.tsx';

let hub: TestHub;
beforeEach(async () => {
  hub = await createTestHub();
});
afterEach(() => hub.close());

test('a participant sees that it is closed, and whom to ask', async () => {
  hub.claims = { role: 'participant' };
  renderSettings(hub);
  expect(await screen.findByRole('heading', { name: 'Only hub admins can change this' })).toBeInTheDocument();
  expect(screen.getByText(/Ask an admin of your hub/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

test('a hub of another plan sees it locked, with the reason', async () => {
  hub.claims = { plan: 'starter' };
  renderSettings(hub);
  expect(await screen.findByRole('heading', { name: 'Kaltura is not part of this hub’s plan' })).toBeInTheDocument();
  expect(screen.getByText(/manages the hub’s subscription/)).toBeInTheDocument();
});

test('a hub of another plan that is still connected can be disconnected, and nothing else', async () => {
  await hub.connect();
  hub.claims = { plan: 'starter' };
  const { user, press } = renderSettings(hub);
  expect(await screen.findByRole('heading', { name: 'Kaltura is not part of this hub’s plan' })).toBeInTheDocument();
  expect(screen.getByText('The hub is still connected')).toBeInTheDocument();
  expect(screen.getByText('Not in this plan')).toBeInTheDocument();
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Disconnect…']);

  await press('Disconnect…');
  await user.type(screen.getByRole('textbox', { name: 'Type “Atelier Nord” to confirm' }), 'Atelier Nord');
  await press('Disconnect');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('The hub is disconnected from Kaltura.'));
  expect(screen.getByRole('heading', { name: 'Kaltura integration' })).toHaveFocus();
  expect(screen.getByRole('heading', { name: 'Kaltura is not part of this hub’s plan' })).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  hub.claims = {};
  expect(await hub.askForSession()).toBe('not_connected');
});

test('without an exchange, says what the provider needs', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const session = createStaticSessionSource({ ks: 'x', serviceUrl: hub.serviceUrl, partnerId: 102, userId: 'ada' });
  const settings = (
    <KalturaProvider hub={{ id: 'a', name: 'A' }} userId="ada" session={session}>
      <KalturaSettings />
    </KalturaProvider>
  );
  expect(() => render(settings)).toThrow(/exchangeUrl and getHostToken/);
});

test('the library beside it fills as soon as the hub is connected', async () => {
  hub.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: 'ada@atelier-nord.example' });
  const { user, press } = renderBoth('atelier-nord');
  await screen.findByText('This hub is not connected to Kaltura yet');
  await user.type(await screen.findByLabelText('E-mail address in Kaltura'), kim.email);
  await user.type(screen.getByLabelText('Password in Kaltura'), kim.password);
  await press('Sign in to Kaltura');
  await press('Continue');
  await press('Connect & test');
  expect(await screen.findByRole('gridcell', { name: /Atrium/ })).toBeInTheDocument();
});

test('another hub starts from nothing', async () => {
  await hub.connect();
  const { change } = renderBoth('atelier-nord');
  await screen.findByText('Connected');
  change('universite-delta');
  expect(screen.queryByText('Connected')).not.toBeInTheDocument();
  expect(await screen.findByText('Not connected')).toBeInTheDocument();
});

/** The settings beside a library, both below one provider. */
function renderBoth(id: string) {
  const user = userEvent.setup();
  const element = (hubId: string): ReactElement => (
    <StrictMode>
      <KalturaProvider
        hub={{ id: hubId, name: hubId }}
        userId="ada"
        exchangeUrl={hub.exchangeUrl}
        getHostToken={hub.getHostToken}
        fetch={(request) => (request.url.startsWith(hub.serviceUrl) ? hub.sandbox.fetch(request) : hub.fetch(request))}
      >
        <KalturaSettings services={services} />
        <FromKalturaTab onImport={() => {}} />
      </KalturaProvider>
    </StrictMode>
  );
  const services = [{ url: hub.serviceUrl, name: 'Test Kaltura' }];
  const { rerender } = render(element(id));
  return {
    user,
    press: async (name: string) => user.click(await screen.findByRole('button', { name })),
    change: (hubId: string) => rerender(element(hubId)),
  };
}
