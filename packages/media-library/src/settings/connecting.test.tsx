import { appTokenParams } from '@spaces-kaltura/client/exchange';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestHub, kim, type TestHub } from '../testing/createTestHub.ts';
import { renderSettings, type RenderedSettings } from '../testing/renderSettings.tsx';

let hub: TestHub;
beforeEach(async () => {
  hub = await createTestHub();
});
afterEach(async () => {
  vi.useRealTimers();
  await hub.close();
});

/** Everything the page shows or holds in attributes; the values of fields are neither. */
const page = (): string => document.documentElement.outerHTML;
/** The field of this label in the step that is open. */
function field(label: string): HTMLInputElement {
  const open = screen.getAllByLabelText<HTMLInputElement>(label).filter((found) => found.closest('[hidden]') === null);
  const [only] = open;
  if (!only || open.length > 1) throw new Error(`There are ${open.length} fields “${label}”`);
  return only;
}

/** Which calls to the exchange held this text. */
const callsWith = (text: string): string[] =>
  hub.calls.filter(({ body }) => body.includes(text)).map(({ name }) => name);

describe('by hand', () => {
  async function toFields(view: RenderedSettings): Promise<void> {
    await view.user.click(await screen.findByRole('radio', { name: 'By hand' }));
    await view.press('Continue');
    await view.press('I have the answer');
  }

  test('connects with the answer of Kaltura pasted; the secret is nowhere but in its field and in one call', async () => {
    const view = renderSettings(hub);
    await toFields(view);
    const answer = await hub.addAppToken(appTokenParams('editor', { kind: 'own' }));
    const { token } = JSON.parse(answer) as { token: string };
    await view.paste(answer);
    expect(field('Secret (token)').value).toBe(token);
    expect(field('Account (partnerId)').value).toBe('102');
    expect(page()).not.toContain(token);

    await view.press('Save & test');
    await screen.findByText('Connected');
    await waitFor(() => expect(screen.getByRole('heading', { level: 2 })).toHaveFocus());
    expect(await hub.askForSession()).toBe('ok');
    expect(page()).not.toContain(token);
    expect(callsWith(token)).toEqual(['PUT connection']);
    expect(JSON.stringify([localStorage, sessionStorage])).not.toContain(token);
    expect(view.cached()).toContain('"partner_id":102');
    expect(view.cached()).not.toContain(token);
  });

  test('connects with a second App Token for playback, each in its own field', async () => {
    const view = renderSettings(hub);
    await view.user.click(await screen.findByRole('radio', { name: 'By hand' }));
    await view.user.click(screen.getByRole('radio', { name: 'Everything' }));
    await view.user.click(screen.getByRole('checkbox', { name: /also play media of others/ }));
    await view.press('Continue');
    expect(screen.getByText('disableentitlement,list:*')).toBeInTheDocument();
    await view.press('I have the answer');

    const player = await hub.addAppToken(appTokenParams('player', { kind: 'all' }));
    await view.paste(player);
    await screen.findByText('This is the App Token for playback');
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'all' })));
    await screen.findByText('With it, people find all media of the account.');
    await view.paste(player, 1);
    await view.press('Save & test');
    await screen.findByText('play in spaces through the second App Token');
    expect(await hub.askForSession()).toBe('ok');
  });

  test('connects with what is typed, to the address and the profile that were chosen', async () => {
    const { id, token } = hub.partner.addAppToken({ hashType: 'SHA1', sessionType: 0 });
    const view = renderSettings(hub);
    await view.user.click(await screen.findByRole('radio', { name: 'By hand' }));
    await view.press('Continue');
    await view.user.selectOptions(field('Kaltura service'), 'Another address…');
    await view.user.type(field('Address of the service'), `${hub.serviceUrl}/`);
    expect(screen.getByRole('link', { name: 'Open Kaltura’s API console' })).toHaveAttribute(
      'href',
      `${hub.serviceUrl}/api_v3/testme/`,
    );
    await view.press('I have the answer');
    await view.user.type(field('Token id (id)'), id);
    await view.user.selectOptions(field('Hash type (hashType)'), 'SHA1');
    await view.user.type(field('Secret (token)'), token);
    expect(page()).not.toContain(token);
    await view.user.type(field('Account (partnerId)'), '102');
    await view.user.click(screen.getByText('More settings'));
    await view.user.selectOptions(field('Which Kaltura user is a person?'), 'claim');
    await view.user.type(field('Name of the attribute'), 'staff_id');
    await view.user.type(field('Conversion profile'), '7');
    await view.press('Save & test');
    await screen.findByText(/whose id is in “staff_id” of their sign-in/);
    expect(hub.calls.find(({ name }) => name === 'PUT connection')?.body).toContain('"conversion_profile_id":7');
  });

  test('says at each field what it needs, before anything is sent', async () => {
    const view = renderSettings(hub);
    await toFields(view);
    await view.press('Save & test');
    await waitFor(() => expect(field('Token id (id)')).toHaveFocus());
    expect(field('Token id (id)')).toHaveAccessibleDescription(/3 to 40 letters/);
    expect(field('Secret (token)')).toBeInvalid();
    expect(field('Account (partnerId)')).toHaveAccessibleDescription(/Enter the account’s number\./);
    expect(hub.calls.some(({ name }) => name.startsWith('PUT'))).toBe(false);
  });

  test('offers the services that the operator allows; another address is refused before an App Token is made', async () => {
    const view = renderSettings(hub);
    await view.user.click(await screen.findByRole('radio', { name: 'By hand' }));
    await view.press('Continue');
    expect(screen.getByRole('option', { name: 'Test Kaltura' })).toBeEnabled();
    expect(screen.getByRole('option', { name: 'Germany (api.de.kaltura.com): not enabled here' })).toBeDisabled();
    await view.user.selectOptions(field('Kaltura service'), 'Another address…');
    await view.user.type(field('Address of the service'), 'https://api.de.kaltura.com');
    await view.press('I have the answer');
    await waitFor(() => expect(field('Address of the service')).toHaveFocus());
    expect(field('Address of the service')).toBeInvalid();
    expect(field('Address of the service')).toHaveAccessibleDescription(/ask whoever operates this site/);

    await view.user.clear(field('Address of the service'));
    await view.user.type(field('Address of the service'), `${hub.serviceUrl}/`);
    await view.press('I have the answer');
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'own' })));
    expect(field('Secret (token)').value).not.toBe('');
    await view.press('Save & test');
    expect(await screen.findByText('Connected')).toBeInTheDocument();
  });

  test('keeps what was entered while somebody looks at the other way', async () => {
    const view = renderSettings(hub);
    await toFields(view);
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'own' })));
    await view.user.click(screen.getByRole('radio', { name: 'Sign in to Kaltura' }));
    await view.user.click(screen.getByRole('radio', { name: 'By hand' }));
    await view.press('Save & test');
    expect(await screen.findByText('Connected')).toBeInTheDocument();
  });

  test('goes back to an earlier step without losing what was entered later', async () => {
    const view = renderSettings(hub);
    await toFields(view);
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'own' })));
    const secret = field('Secret (token)').value;
    await view.press('Change: Create the App Token in Kaltura');
    await waitFor(() => expect(screen.getByRole('heading', { name: /Create the App Token/ })).toHaveFocus());
    await view.press('I have the answer');
    expect(field('Secret (token)').value).toBe(secret);
  });

  test('keeps everything when the exchange is out of reach, and saves at the next try', async () => {
    const view = renderSettings(hub);
    await toFields(view);
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'own' })));
    hub.failNext('PUT connection');
    await view.press('Save & test');
    expect(await screen.findByRole('alert')).toHaveTextContent('The token exchange cannot be reached');
    await view.press('Try again');
    await screen.findByText('Connected');
  });

  test('lets the host confirm who is there when the sign-in is too old, then saves', async () => {
    hub.claims = { auth_time: Math.floor(Date.now() / 1000) - 3600 };
    const view = renderSettings(hub, {
      async onReauthenticate() {
        hub.claims = {};
      },
    });
    await toFields(view);
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'own' })));
    await view.press('Save & test');
    expect(await screen.findByRole('alert')).toHaveTextContent('Please confirm that it is you');
    await view.press('Sign in again');
    await screen.findByText('Connected');
  });

  test('when the host does not confirm, stays where it is', async () => {
    hub.claims = { auth_time: Math.floor(Date.now() / 1000) - 3600 };
    const view = renderSettings(hub, { onReauthenticate: () => Promise.reject(new Error('cancelled')) });
    await toFields(view);
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'own' })));
    await view.press('Save & test');
    await view.press('Sign in again');
    expect(await screen.findByRole('button', { name: 'Sign in again' })).toHaveAttribute('data-status', 'idle');
    expect(field('Secret (token)').value).not.toBe('');
  });

  test('does not write over somebody who connected the hub meanwhile, unless told to', async () => {
    const view = renderSettings(hub);
    await toFields(view);
    await view.paste(await hub.addAppToken(appTokenParams('editor', { kind: 'own' })));
    await hub.asAnotherAdmin('PUT', 'connection', {
      service_url: hub.serviceUrl,
      partner_id: 102,
      tokens: { editor: { id: '0_theirs00', secret: 'f'.repeat(32), hash_type: 'SHA1' } },
    });
    await view.press('Save & test');
    await screen.findByText('The hub was connected.');
    expect(screen.getByText(/^Noor Haddad,/)).toBeInTheDocument();
    await view.press('Save mine over it');
    await screen.findByText('Connected');
    expect(await hub.askForSession()).toBe('ok');
  });
});

describe('by signing in to Kaltura', () => {
  async function signIn({ user, press }: RenderedSettings, password = kim.password): Promise<void> {
    const email = await screen.findByLabelText('E-mail address in Kaltura');
    await user.clear(email);
    await user.type(email, kim.email);
    await user.type(field('Password in Kaltura'), password);
    expect(page()).not.toContain(password);
    await press('Sign in to Kaltura');
  }

  test('creates the App Tokens, stores and tests them; the password is in one call and nowhere else', async () => {
    const view = renderSettings(hub);
    await signIn(view);
    expect(screen.getByLabelText('Password in Kaltura')).toHaveValue('');
    await screen.findByText('kim@uni.example');
    await view.user.click(await screen.findByRole('radio', { name: 'Everything' }));
    await view.user.click(screen.getByRole('checkbox', { name: /also play media of others/ }));
    await view.press('Continue');
    expect(await screen.findByRole('radio', { name: 'Default', checked: true })).toBeInTheDocument();
    await view.press('Connect & test');
    await screen.findByText('Connected');
    expect(screen.getByText('play in spaces through the second App Token')).toBeInTheDocument();
    expect(await hub.askForSession()).toBe('ok');
    expect(callsWith(kim.password)).toEqual(['POST guided/sign-in']);
    expect(page()).not.toContain(kim.password);
    expect(view.cached()).not.toContain(kim.password);
  });

  test('takes an ADMIN KS as well', async () => {
    const url = `${hub.serviceUrl}/api_v3/service/session/action/start`;
    const params = { format: '1', partnerId: '102', type: '2', userId: 'kim', secret: hub.partner.adminSecret };
    const request = new Request(url, { method: 'POST', body: new URLSearchParams(params) });
    const ks = (await (await hub.sandbox.fetch(request)).json()) as string;
    const view = renderSettings(hub);
    await view.user.click(await screen.findByRole('radio', { name: 'ADMIN KS' }));
    await view.user.type(screen.getByLabelText('ADMIN KS', { selector: '[type=password]' }), ks);
    await view.press('Sign in to Kaltura');
    await view.press('Continue');
    await view.press('Connect & test');
    await screen.findByText('Connected');
    expect(callsWith(ks)).toEqual(['POST guided/sign-in']);
  });

  test('lets somebody who administers several accounts choose', async () => {
    const archive = hub.sandbox.addPartner({ id: 103, name: 'Archive' });
    archive.addUser(kim);
    archive.addUser({ id: '' });
    const view = renderSettings(hub);
    await signIn(view);
    await view.user.click(await screen.findByRole('radio', { name: 'Archive' }));
    await view.press('Continue');
    await screen.findByText('Archive (103)');
    await view.press('Continue');
    await view.press('Connect & test');
    expect(await screen.findByText('Account 103 · Test Kaltura')).toBeInTheDocument();
  });

  test('finds one account among many by a part of its name or by its number', async () => {
    for (let id = 200; id < 230; id += 1) hub.sandbox.addPartner({ id, name: `École ${id - 200}` }).addUser(kim);
    const view = renderSettings(hub);
    await signIn(view);
    const find = await screen.findByRole('textbox', { name: 'Find by name or number' });
    const shown = (): (string | undefined)[] =>
      within(screen.getByRole('group', { name: 'Which account does this hub use?' }))
        .getAllByRole<HTMLInputElement>('radio')
        .map(({ value }) => value);
    expect(shown()).toHaveLength(31);
    await view.user.type(find, 'ecole 27');
    // What is chosen stays in sight.
    expect(shown()).toEqual(['102', '227']);
    await view.user.clear(find);
    await view.user.type(find, '214');
    expect(shown()).toEqual(['102', '214']);
    await view.user.click(screen.getByRole('radio', { name: 'École 14' }));
    await view.user.type(find, 'x');
    expect(shown()).toEqual(['214']);
    expect(screen.getByText(/^No account here has this name/)).toHaveAttribute('role', 'status');
  });

  test('goes back while an account is being opened, and stays there', async () => {
    const other = hub.sandbox.addPartner({ id: 103, name: 'Another' });
    other.addUser(kim);
    const view = renderSettings(hub);
    await signIn(view);
    await view.user.click(await screen.findByRole('radio', { name: /^Another/ }));
    const release = hub.holdNext('POST guided/account');
    await view.press('Continue');
    await screen.findByRole('button', { name: /^Opening/ });
    await view.press('Change: Sign in to Kaltura');
    release();
    await signIn(view);
    await screen.findByRole('radio', { name: /^Another/ });
    expect(screen.getByRole('heading', { name: /^Step 2 of 4/ })).toBeInTheDocument();
  });

  test('says that Kaltura refused, forgets the password and keeps the rest', async () => {
    const view = renderSettings(hub);
    await signIn(view, 'wrong-password');
    expect(await screen.findByRole('alert')).toHaveTextContent('Kaltura did not accept this sign-in');
    expect(field('Password in Kaltura').value).toBe('');
    expect(field('E-mail address in Kaltura').value).toBe(kim.email);
    await signIn(view);
    await screen.findByRole('radio', { name: 'Their own' });
  });

  test('is refused for somebody who is no account admin', async () => {
    hub.partner.addUser({ id: 'lee', email: 'lee@uni.example', password: 'Passw0rd!23' });
    const view = renderSettings(hub);
    await view.user.type(await screen.findByLabelText('E-mail address in Kaltura'), 'lee@uni.example');
    await view.user.type(field('Password in Kaltura'), 'Passw0rd!23');
    await view.press('Sign in to Kaltura');
    expect(await screen.findByRole('alert')).toHaveTextContent('not that of an account admin');
  });

  test('asks to sign in again when ten minutes have passed, and keeps what was chosen', async () => {
    const view = renderSettings(hub);
    await signIn(view);
    await view.user.click(await screen.findByRole('radio', { name: 'Everything' }));
    await view.press('Continue');
    await screen.findByRole('radio', { name: 'Default' });
    await hub.advance(601);
    await view.press('Connect & test');
    expect(await screen.findByRole('alert')).toHaveTextContent('The sign-in to Kaltura has expired');
    await signIn(view);
    expect(await screen.findByRole('radio', { name: 'Everything', checked: true })).toBeInTheDocument();
    await view.press('Continue');
    await view.press('Connect & test');
    await screen.findByText('Connected');
  });

  test('lets nobody go back while the hub is being connected, and is not interrupted by the end of the sign-in', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    const view = renderSettings(hub);
    await signIn(view);
    await view.press('Continue');
    const release = hub.holdNext('POST guided/connect');
    await view.press('Connect & test');
    await screen.findByRole('button', { name: /^Connecting/ });
    expect(screen.queryByRole('button', { name: /^Change: / })).not.toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(11 * 60_000));
    expect(screen.getByRole('listitem', { current: 'step' })).toHaveTextContent(/^4?Step 4 of 4/);
    // The exchange has taken the sign-in in time.
    vi.useRealTimers();
    release();
    await screen.findByText('Connected');
  });

  test('says when a brand-new account makes no App Tokens yet, and what helps', async () => {
    const fresh = hub.sandbox.addPartner({ id: 104, name: 'Brand-new' });
    fresh.addUser({ ...kim, email: 'new@uni.example' });
    const view = renderSettings(hub);
    await view.user.type(await screen.findByLabelText('E-mail address in Kaltura'), 'new@uni.example');
    await view.user.type(field('Password in Kaltura'), kim.password);
    await view.press('Sign in to Kaltura');
    await view.press('Continue');
    await view.press('Connect & test');
    expect(await screen.findByRole('alert')).toHaveTextContent(/brand-new|new/);
  });

  test('does not blame somebody else for what one has done oneself, as after an answer that was lost', async () => {
    const view = renderSettings(hub);
    await signIn(view);
    await view.press('Continue');
    await screen.findByRole('radio', { name: 'Default' });
    hub.loseNext('POST guided/connect');
    await view.press('Connect & test');
    await view.press('Try again');
    expect(await screen.findByText(/the answer to your last try was lost$/)).toBeInTheDocument();
    await screen.findByRole('button', { name: 'Connect & test' });
    expect(screen.queryByText(/^Somebody else/)).not.toBeInTheDocument();
    await view.press('Discard mine');
    await screen.findByText('Connected');
  });

  test('gives way to somebody who connected the hub meanwhile, and the focus goes to what is there', async () => {
    const view = renderSettings(hub);
    await signIn(view);
    await view.press('Continue');
    await screen.findByRole('radio', { name: 'Default' });
    await hub.connect();
    await view.press('Connect & test');
    await view.press('Discard mine');
    await screen.findByText('Connected');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Kaltura integration' })).toHaveFocus());
  });

  test('does not write over somebody who connected the hub meanwhile, unless told to', async () => {
    const view = renderSettings(hub);
    await signIn(view);
    await view.press('Continue');
    await screen.findByRole('radio', { name: 'Default' });
    await hub.asAnotherAdmin('PUT', 'connection', {
      service_url: hub.serviceUrl,
      partner_id: 102,
      tokens: { editor: { id: '0_theirs00', secret: 'f'.repeat(32), hash_type: 'SHA1' } },
    });
    await view.press('Connect & test');
    await screen.findByText('The hub was connected.');
    await view.press('Save mine over it');
    await screen.findByText('Connected');
    expect(await hub.askForSession()).toBe('ok');
  });
});
