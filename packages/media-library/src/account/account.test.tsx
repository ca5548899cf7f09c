import { createExchangeSessionSource } from '@spaces-kaltura/client';
import { act, render, screen, waitFor, within, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { StrictMode, type ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useUploads } from '../hooks/useUploads.ts';
import { KalturaProvider } from '../provider/KalturaProvider.tsx';
import { exchangeUrl } from '../testing/createTestExchange.ts';
import { createTestPerson, type TestPerson } from '../testing/createTestPerson.ts';
import { KalturaAccountStatus, type KalturaAccountStatusProps } from './KalturaAccountStatus.tsx';

const nord = { id: 'atelier-nord', name: 'Atelier Nord' };
const delta = { id: 'universite-delta', name: 'Université Delta' };

/** A tenth of a second of silence, as far as its first bytes tell. */
const sampleSound = new File(
  [new TextEncoder().encode('RIFF\x44\x03\0\0WAVEfmt '), new Uint8Array(900)],
  'silence.wav',
  {
    type: 'audio/wav',
  },
);

let world: TestPerson;
beforeEach(async () => {
  world = await createTestPerson();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.exchange.close();
});

interface Shown extends RenderResult {
  user: UserEvent;
  update: (more: Partial<KalturaAccountStatusProps>) => void;
}

function show(props: Partial<KalturaAccountStatusProps> = {}): Shown {
  const element = (more: Partial<KalturaAccountStatusProps>): ReactElement => (
    <StrictMode>
      <KalturaAccountStatus
        exchangeUrl={exchangeUrl}
        getHostToken={world.getHostToken}
        hubs={[nord]}
        userId="ada"
        fetch={world.fetch}
        {...props}
        {...more}
      />
    </StrictMode>
  );
  const user = userEvent.setup();
  const view = render(element({}));
  return { ...view, user, update: (more) => view.rerender(element(more)) };
}

const hubHead = (name: RegExp): Promise<HTMLElement> => screen.findByRole('heading', { level: 2, name });
const fact = (name: string): string =>
  screen.getByText(name, { selector: 'dt' }).parentElement?.querySelector('dd')?.textContent ?? '';
const letter = (): HTMLElement => screen.getByRole('textbox', { name: 'Send this to your hub admin' });
const checkButton = (): Promise<HTMLElement> => screen.findByRole('button', { name: /^Check (now|again)$/ });

async function check(user: UserEvent): Promise<void> {
  await user.click(await checkButton());
  await screen.findByText(/^(Kaltura answered just now|The check has failed just now)/);
}

describe('a hub that works', () => {
  test('is looked up without opening a session or creating anybody', async () => {
    await world.connect(nord.id);
    show();
    await hubHead(/^Atelier Nord Not used yet$/);
    expect(screen.getByText('Kaltura is set up in this hub, and nobody has used it yet')).toBeInTheDocument();
    expect(fact('You in Kaltura')).toContain('ada@atelier-nord.example');
    expect(fact('You in Kaltura')).toContain('This is who you will be.');
    expect(fact('What you see')).toBe('Kaltura says so at the first use.');
    expect(fact('Kaltura account')).toBe('102 at kaltura.test');
    expect(new Set(world.calls)).toEqual(new Set(['GET /v1/status']));
    expect(new Set(world.signedFor)).toEqual(new Set([nord.id]));
  });

  test('is really tried: the exchange gives a session, Kaltura says who one is and what is there', async () => {
    await world.connect(nord.id);
    world.partner.addEntry({ name: 'Atrium', mediaType: 2, userId: 'ada@atelier-nord.example' });
    await world.sandbox.clock.advance(2);
    const { user, container } = show();
    await user.click(await screen.findByRole('button', { name: 'Check now' }));
    await screen.findByText('Kaltura answered just now. 1 item is ready for you to import.');
    await hubHead(/^Atelier Nord Connected$/);
    expect(world.calls).toEqual(expect.arrayContaining(['POST /v1/kaltura-session', 'exchange appToken.startSession']));
    expect(fact('What you see')).toMatch(/^Your own media\./);
    expect(fact('What you can do')).toMatch(/^Import and upload media/);
    expect(fact('Last successful check')).toMatch(/\d.*, by you\.$/);
    expect(await screen.findByRole('button', { name: 'Check again' })).toHaveFocus();
    expect(container.innerHTML).not.toContain('djJ8');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  test('says of a user that was created: since when, and that no sign-in comes with it', async () => {
    await world.connect(nord.id);
    const { user } = show();
    await check(user);
    expect(fact('You in Kaltura')).toMatch(/^ada@atelier-nord\.example\s*Created for you on .*\d{4}\./);
    expect(fact('You in Kaltura')).toContain('does not open MediaSpace (KMS)');
  });

  test('says of a user that was there before that it was matched', async () => {
    await world.connect(nord.id);
    world.partner.addUser({ id: 'Ada@atelier-nord.example' });
    await world.sandbox.clock.advance(3600);
    const { user } = show();
    await check(user);
    expect(fact('You in Kaltura')).toMatch(/^Ada@atelier-nord\.example\s*A Kaltura user that was there before/);
    expect(fact('You in Kaltura')).toContain('No sign-in to MediaSpace (KMS) comes with this.');
  });

  // Whether entitlement is enforced is told to hub admins only, so what is said is true of both.
  test.each(['list:*', 'enableentitlement,privacycontext:MediaSpace,list:*'])(
    'says what one sees where the App Token lists everything that Kaltura opens: %s',
    async (sessionPrivileges) => {
      await world.connect(nord.id, { hashType: 'SHA256', sessionType: 0, sessionPrivileges });
      const { user } = show();
      await check(user);
      expect(fact('What you see')).toBe(
        'All media of this hub’s Kaltura account, except what Kaltura’s own access rules keep from you.',
      );
    },
  );
});

describe('a hub that does not work says whose move it is', () => {
  test.each([
    ['Not connected', async () => {}, /not connected to Kaltura yet/, 'not_connected', /connect the hub/],
    [
      'Not in this plan',
      async () => {
        world.claims[nord.id] = { plan: 'starter' };
      },
      /not part of this hub’s plan/,
      'plan_not_entitled',
      /whether our plan can include Kaltura/,
    ],
    [
      'Paused',
      async () => {
        await world.connect(nord.id);
        const headers = { 'if-match': '"1"' };
        await world.send('PUT', 'admin/connection/pause', { role: 'hub_admin' }, { headers });
      },
      /The connection to Kaltura is paused/,
      'connection_paused',
      /tell me when it goes on/,
    ],
  ] as const)('%s', async (label, prepare, title, code, request) => {
    await prepare();
    show();
    await hubHead(new RegExp(`^Atelier Nord ${label}$`));
    expect(await screen.findByRole('heading', { level: 3, name: title })).toBeInTheDocument();
    const text = (letter() as HTMLTextAreaElement).value;
    expect(text).toContain('in the hub “Atelier Nord”');
    expect(text).toContain(`Code: ${code}`);
    expect(text).toMatch(/Reference for support: [\w-]{8,}/);
    expect(text).toMatch(request);
    expect(world.calls.filter((call) => call.startsWith('exchange'))).toEqual([]);
  });

  test.each([
    ['an address that is not confirmed', { email_verified: false }, /not confirmed yet/],
    ['an address that Kaltura cannot take', { email: 'zoé@atelier-nord.example' }, /or id cannot be a Kaltura user id/],
  ] as const)('Needs you: %s', async (_, claims, title) => {
    await world.connect(nord.id);
    world.claims[nord.id] = claims;
    show();
    await hubHead(/Needs you$/);
    expect(await screen.findByRole('heading', { level: 3, name: title })).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(fact('You in Kaltura')).toBe('It is not known yet who you are there.');
  });

  test.each([
    [
      'an accent twin is somebody else’s user, and nobody gets it',
      () => world.partner.addUser({ id: 'àda@atelier-nord.example' }),
      /too close to another Kaltura user’s/,
      /Could one of the two be changed\?/,
    ],
    [
      'a Kaltura user that a former account of theirs has',
      () => world.send('POST', 'kaltura-session', { sub: 'ada-before', email: 'ada@atelier-nord.example' }),
      /belongs to another account of this hub/,
      /free that user/,
    ],
    [
      'access that was withdrawn',
      async () => {
        const body = JSON.stringify({ action: 'revoke', person: 'ada' });
        const headers = { 'content-type': 'application/json' };
        await world.send('POST', 'revocations', { role: 'service', sub: 'spaces' }, { body, headers });
      },
      /Your access to Kaltura was withdrawn/,
      /give me access to Kaltura in this hub/,
    ],
    [
      'a blocked user',
      () => world.partner.addUser({ id: 'ada@atelier-nord.example', status: 0 }),
      /Your Kaltura user is blocked/,
      /unblock my Kaltura user/,
    ],
  ] as const)('Needs your admin: %s', async (_, prepare, title, request) => {
    await world.connect(nord.id);
    await prepare();
    const { user } = show();
    await check(user);
    await hubHead(/Needs your admin$/);
    expect(await screen.findByRole('heading', { level: 3, name: title })).toBeInTheDocument();
    expect((letter() as HTMLTextAreaElement).value).toMatch(request);
    expect(fact('You in Kaltura')).not.toContain('àda');
    expect(fact('You in Kaltura')).not.toContain('This is who you will be');
    expect(screen.queryByText('What you can do')).not.toBeInTheDocument();
  });

  test('Needs your admin: an App Token that Kaltura refuses, with all the admin needs, ready to copy', async () => {
    await world.connect(nord.id);
    world.instead = (call) =>
      call === 'exchange appToken.startSession'
        ? Response.json({ code: 'APP_TOKEN_EXPIRED', message: '', objectType: 'KalturaAPIException', args: [] })
        : undefined;
    const { user } = show();
    await check(user);
    await hubHead(/Needs your admin$/);
    const text = (letter() as HTMLTextAreaElement).value;
    expect(text).toContain('Code: upstream_refused');
    expect(text).toMatch(/Reference for support: [\w-]{8,}/);
    expect(text).toContain('Kaltura account: 102 at kaltura.test');
    expect(text).toContain('My Kaltura user: ada@atelier-nord.example');
    expect(text).toContain('run “Save & test”');
    await user.click(screen.getByRole('button', { name: 'Copy the text' }));
    await screen.findByText('Copied.');
    expect(await navigator.clipboard.readText()).toBe(text);

    // Mended, and asked again.
    world.instead = () => undefined;
    await world.connect(nord.id);
    await check(user);
    await hubHead(/Connected$/);
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  test('says so when the text cannot be copied', async () => {
    const { user } = show();
    await hubHead(/Not connected$/);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(screen.getByRole('button', { name: 'Copy the text' }));
    expect(await screen.findByText(/select the text and copy it yourself/)).toBeInTheDocument();
  });

  test('Not available now: while the exchange restarts, and it comes back by a check', async () => {
    await world.connect(nord.id);
    const { user } = show();
    await check(user);
    world.instead = (call) => (call.includes('/v1/') ? new Response('<html>', { status: 503 }) : undefined);
    await check(user);
    await hubHead(/Not available now$/);
    // What is known stays in view.
    expect(fact('You in Kaltura')).toContain('Created for you');
    world.instead = () => undefined;
    await check(user);
    await hubHead(/Connected$/);
  });

  test('Not available now: without a network', async () => {
    await world.connect(nord.id);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    world.instead = () => Promise.reject(new TypeError('offline'));
    show();
    await hubHead(/Not available now$/);
    expect(screen.getByRole('heading', { level: 3, name: 'You are offline' })).toBeInTheDocument();
    world.instead = () => undefined;
    await act(async () => {
      vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
      window.dispatchEvent(new Event('online'));
    });
    await hubHead(/Not used yet$/);
  });
});

describe('several hubs', () => {
  test('are each asked for with a token of their own, and shown one by one', async () => {
    await world.connect(nord.id);
    world.claims[delta.id] = { plan: 'starter' };
    const { user } = show({ hubs: [nord, delta] });
    await hubHead(/^Atelier Nord Not used yet$/);
    await hubHead(/^Université Delta Not in this plan$/);
    expect(new Set(world.signedFor)).toEqual(new Set([nord.id, delta.id]));
    expect(screen.queryByText(/not part of this hub’s plan/)).not.toBeInTheDocument();
    const button = screen.getByRole('button', { name: /^Université Delta/, expanded: false });
    button.focus();
    await user.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(await screen.findByRole('heading', { name: /not part of this hub’s plan/ })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^Atelier Nord/, expanded: true }));
    expect(screen.queryByText('You in Kaltura')).not.toBeInTheDocument();
  });

  test('begin with the one that the host names', async () => {
    show({ hubs: [nord, delta], initialHub: delta.id });
    await hubHead(/^Université Delta/);
    expect(screen.getByRole('button', { name: /^Université Delta/ })).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('button', { name: /^Atelier Nord/ })).toHaveAttribute('aria-expanded', 'false');
  });

  test('of which there is none say so', async () => {
    show({ hubs: [] });
    expect(await screen.findByText(/You are in no hub yet/)).toBeInTheDocument();
  });
});

test('another person sees nothing of the previous one', async () => {
  await world.connect(nord.id);
  const { user, update } = show();
  await check(user);
  expect(fact('You in Kaltura')).toContain('ada@');
  const never = new Promise<never>(() => {});
  update({ userId: 'bruno', getHostToken: () => never });
  expect(screen.queryByText('ada@atelier-nord.example')).not.toBeInTheDocument();
  expect(screen.queryByText(/Kaltura answered just now/)).not.toBeInTheDocument();
});

test('shows what is uploaded into the hub, wherever in the page it was begun', async () => {
  await world.connect(nord.id);
  function Uploading(): ReactElement {
    const { queue } = useUploads();
    return (
      <input
        type="file"
        aria-label="A file"
        onChange={({ target }) => void queue?.add([...(target.files ?? [])])}
        disabled={queue === null}
      />
    );
  }
  const { user } = show();
  const access = { exchangeUrl, getHostToken: world.getHostToken, fetch: world.fetch };
  // As hosts do that play with the same session: it is the same person all the same.
  const session = createExchangeSessionSource({ ...access, hub: nord.id });
  render(
    <KalturaProvider {...access} session={session} hub={nord} userId="ada">
      <Uploading />
    </KalturaProvider>,
  );
  await hubHead(/^Atelier Nord/);
  expect(screen.queryByRole('region', { name: 'Uploads to Kaltura' })).not.toBeInTheDocument();
  world.instead = (call) => (call === 'uploadToken.upload' ? new Promise<never>(() => {}) : undefined);
  const input = await screen.findByLabelText('A file');
  await waitFor(() => expect(input).toBeEnabled());
  await user.upload(input, sampleSound);
  const tray = await screen.findByRole('region', { name: 'Uploads to Kaltura' });
  expect(tray.closest('.sk-account-hub')).not.toBeNull();
  expect(await within(tray).findByText('silence')).toBeInTheDocument();
});

test('speaks French, with the host’s own words on top', async () => {
  await world.connect(nord.id);
  show({ locale: 'fr-FR', messages: { features: { account: { checkNow: 'Testez !' } } } });
  await hubHead(/^Atelier Nord Pas encore utilisé$/);
  expect(await screen.findByRole('button', { name: 'Testez !' })).toBeInTheDocument();
  expect(fact('Ce que vous voyez')).toBe('Kaltura le dit à la première utilisation.');
});

test('announces what came of a check in a region that was there before', async () => {
  await world.connect(nord.id);
  const { user } = show();
  const button = await checkButton();
  const region = within(button.parentElement as HTMLElement).getByRole('status');
  expect(region).toBeEmptyDOMElement();
  await user.click(button);
  await waitFor(() => expect(region).toHaveTextContent(/^Kaltura answered just now/));
});
