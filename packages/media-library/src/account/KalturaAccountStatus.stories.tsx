import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import { http } from 'msw';
import { expect, waitFor } from 'storybook/test';
import '../account.css';
import { patience } from '../testing/stories/find.ts';
import { openAtelier } from '../testing/stories/openLibrary.ts';
import { signWithHub, statusWith, storyExchange, type StoryAnswer } from '../testing/stories/storyExchange.ts';
import { exchangeUrl } from '../testing/stories/StoryKaltura.ts';
import type { LibraryTheme } from '../parts/LibraryRoot.tsx';
import { KalturaAccountStatus } from './KalturaAccountStatus.tsx';

/** "User account › Integration", as each participant has it. */
const meta: Meta<typeof KalturaAccountStatus> = {
  title: 'Account/Status',
  component: KalturaAccountStatus,
  parameters: { root: false },
  args: {
    exchangeUrl,
    getHostToken: signWithHub,
    hubs: [{ id: 'atelier-nord', name: 'Atelier Nord' }],
    userId: 'ada',
  },
  render: (args, { globals }) => (
    <main className="story-pad">
      <KalturaAccountStatus
        {...args}
        theme={globals['theme'] as LibraryTheme}
        locale={args.locale ?? (globals['locale'] as string)}
      />
    </main>
  ),
};
export default meta;

type Story = StoryObj<typeof KalturaAccountStatus>;

/** One hub, of which the exchange says this; `heading` is what one reads first. */
const oneHub = (answer: StoryAnswer, heading: RegExp, more: Story = {}): Story => ({
  beforeEach({ msw }) {
    msw.use(...storyExchange({ 'atelier-nord': answer }));
  },
  async play({ canvas }) {
    await canvas.findByRole('heading', { level: 3, name: heading }, patience);
  },
  ...more,
});

/** The Kaltura user was made by the first session from here. */
export const Connected: Story = oneHub(statusWith(), /^Kaltura works for you/);

/** The Kaltura user was there before, and everybody sees everything. */
export const Matched: Story = oneHub(
  statusWith({
    user: { id: 'Ada.Lindqvist@atelier-nord.example', origin: 'matched', since: '2026-09-01T08:00:00.000Z' },
    kaltura: { can_list_all: true },
  }),
  /^Kaltura works for you/,
);

/** The App Token's role lets nobody upload. */
export const Limited: Story = oneHub(statusWith({ kaltura: { can_upload: false } }), /without uploads$/);

/** Set up a moment ago: nobody is anybody in Kaltura yet. */
export const NotUsedYet: Story = oneHub(
  statusWith({ user: null, kaltura: { checked_at: null, can_list_all: null, can_upload: null } }),
  /nobody has used it yet$/,
);

/** Works for others; this person has not used it. */
export const FirstTime: Story = oneHub(statusWith({ user: null }), /^Kaltura works for you/, {
  async play({ canvas }) {
    await canvas.findByRole('button', { name: 'Check now' }, patience);
    await expect(canvas.getByText(/creates your user there if there is none/)).toBeVisible();
  },
});

export const AddressNotConfirmed: Story = oneHub(
  statusWith({ problem: 'email_not_verified', expected_user_id: null, user: null }),
  /not confirmed yet$/,
);

export const AddressNotSupported: Story = oneHub(
  statusWith({ problem: 'email_not_supported', expected_user_id: null, user: null }),
  /cannot be a Kaltura user id$/,
);

/** An accent twin: nobody gets somebody else's Kaltura user. */
export const TooCloseToAnother: Story = oneHub(
  statusWith({ problem: 'email_ambiguous', user: null }),
  /too close to another Kaltura user’s$/,
);

/** Who was made anew in the host is somebody else for Kaltura, until the host says otherwise. */
export const TakenByAnother: Story = oneHub(
  statusWith({ problem: 'kaltura_user_taken', user: null }),
  /belongs to another account of this hub$/,
);

export const Misconfigured: Story = oneHub(
  statusWith({ connection: 'misconfigured', problem: 'connection_misconfigured' }),
  /set up wrongly$/,
);

export const TokenRefused: Story = oneHub(
  statusWith({ connection: 'refused', problem: 'upstream_refused' }),
  /refuses this hub’s App Token$/,
);

/** Somebody called session.end: everybody is out for a day. */
export const SessionsEnded: Story = oneHub(
  statusWith({ connection: 'session_pool_killed', problem: 'session_pool_killed' }),
  /sessions were ended$/,
);

export const SecretUnreadable: Story = oneHub(
  { ...statusWith({ connection: 'unreadable', problem: 'secret_unreadable', user: null, kaltura: null }) },
  /cannot be read any more$/,
);

export const AccessWithdrawn: Story = oneHub({ refused: 'person_revoked' }, /was withdrawn$/);

export const NotInThisPlan: Story = oneHub({ refused: 'plan_not_entitled' }, /not part of this hub’s plan$/);

export const NotConnected: Story = oneHub(
  statusWith({ connection: 'not_connected', problem: 'not_connected', user: null, kaltura: null }),
  /not connected to Kaltura yet$/,
);

export const Paused: Story = oneHub(
  statusWith({ connection: 'paused', problem: 'connection_paused' }),
  /connection to Kaltura is paused$/,
);

export const ExchangeUnavailable: Story = oneHub({ refused: 'storage_unavailable' }, /not available right now$/);

/** A network filter, or a service that is down. */
export const OutOfReach: Story = {
  args: { getHostToken: signWithHub },
  beforeEach({ msw }) {
    msw.use(http.get(`${exchangeUrl}/v1/status`, () => Response.error()));
  },
  async play({ canvas }) {
    await canvas.findByRole('heading', { level: 3, name: /cannot be found out right now/ }, patience);
  },
};

/** The host signs nobody in. */
export const SignInFailed: Story = {
  args: { getHostToken: () => Promise.reject(new Error('signed out')) },
  async play({ canvas }) {
    await canvas.findByRole('heading', { level: 3, name: /could not confirm who you are/ }, patience);
  },
};

export const Loading: Story = {
  args: { getHostToken: () => new Promise(() => {}) },
  async play({ canvas }) {
    await canvas.findByText('Looking up how you are connected…', {}, patience);
  },
};

/** A real try, which goes well: against a Kaltura behind the worker. */
export const CheckedJustNow: Story = {
  async beforeEach({ msw }) {
    const { access, handlers, userId } = await openAtelier(40);
    if (!('session' in access)) return;
    msw.use(...handlers);
    const { ks, ...session } = await access.session.get();
    msw.use(
      http.post(`${exchangeUrl}/v1/kaltura-session`, () =>
        Response.json({
          access_token: ks,
          issued_token_type: 'urn:spaces:token-type:kaltura-session',
          token_type: 'N_A',
          expires_in: 3600,
          refresh_in: 2600,
          kaltura: {
            service_url: session.serviceUrl,
            partner_id: session.partnerId,
            user_id: userId,
            user_origin: 'created',
            hosts: [],
            conversion_profile_id: null,
            can_list_all: false,
            can_upload: true,
          },
          server_time: new Date().toISOString(),
        }),
      ),
      ...storyExchange({ 'atelier-nord': statusWith() }),
    );
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Check again' }, patience));
    await canvas.findByText(/^Kaltura answered just now/, {}, patience);
  },
};

/** A real try, which fails though the exchange remembers better days. */
export const CheckFailed: Story = oneHub(statusWith(), /^Kaltura works/, {
  beforeEach({ msw }) {
    msw.use(...storyExchange({ 'atelier-nord': statusWith() }, 'upstream_refused'));
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Check again' }, patience));
    await canvas.findByText('The check has failed just now.', {}, patience);
    await canvas.findByRole('heading', { name: /refuses this hub’s App Token/ });
  },
});

const three = [
  { id: 'atelier-nord', name: 'Atelier Nord' },
  { id: 'universite-delta', name: 'Université Delta' },
  { id: 'pixel-garden', name: 'Pixel Garden' },
];

/** One is in several hubs: each has its own token, its own state, and opens by itself. */
export const SeveralHubs: Story = {
  args: { hubs: three },
  beforeEach({ msw }) {
    msw.use(
      ...storyExchange({
        'atelier-nord': statusWith(),
        'universite-delta': statusWith({ connection: 'paused', problem: 'connection_paused' }),
        'pixel-garden': { refused: 'plan_not_entitled' },
      }),
    );
  },
  async play({ canvas, userEvent }) {
    const garden = await canvas.findByRole('button', { name: /^Pixel Garden Not in this plan/ }, patience);
    await userEvent.click(garden);
    await canvas.findByRole('heading', { level: 3, name: /not part of this hub’s plan/ }, patience);
    await waitFor(() => expect(garden).toHaveAttribute('aria-expanded', 'true'));
  },
};

const reasons: readonly ExchangeErrorCode[] = [
  'plan_not_entitled',
  'not_connected',
  'connection_paused',
  'person_revoked',
  'role_required',
  'email_not_verified',
  'email_not_supported',
  'email_ambiguous',
  'kaltura_user_taken',
  'kaltura_user_blocked',
  'connection_misconfigured',
  'upstream_refused',
  'secret_unreadable',
  'session_pool_killed',
  'origin_not_allowed',
  'token_invalid',
  'rate_limited',
  'upstream_unavailable',
  'upstream_timeout',
  'upstream_bad_response',
  'breaker_open',
  'keys_unavailable',
  'storage_unavailable',
  'storage_full',
  'draining',
  'internal',
];

/** Every reason the exchange can give a participant, in one word each. */
export const EveryReason: Story = {
  args: { hubs: reasons.map((code) => ({ id: code, name: code })), initialHub: 'kaltura_user_blocked' },
  beforeEach({ msw }) {
    msw.use(...storyExchange(Object.fromEntries(reasons.map((code) => [code, { refused: code }]))));
  },
  async play({ canvas }) {
    await canvas.findByRole('heading', { level: 3, name: 'Your Kaltura user is blocked' }, patience);
    await waitFor(
      () => expect(canvas.getAllByRole('button', { name: /(Needs|Not|Paused)/ })).toHaveLength(reasons.length),
      patience,
    );
  },
};

export const NoHubs: Story = {
  args: { hubs: [] },
  async play({ canvas }) {
    await canvas.findByText(/You are in no hub yet/, {}, patience);
  },
};

export const LongNames: Story = oneHub(
  statusWith({
    connection: 'refused',
    problem: 'upstream_refused',
    user: {
      id: 'maximiliane.oberhauser-schwarzenbergerstrasse+winter.show.2026@students.atelier-nord.example',
      origin: 'matched',
      since: '2026-09-01T08:00:00.000Z',
    },
  }),
  /refuses this hub’s App Token$/,
  {
    args: {
      hubs: [
        { id: 'atelier-nord', name: 'Atelier Nord, Institute for Spatial Media and Applied Acoustics of the North' },
      ],
    },
    globals: { width: 'narrow' },
  },
);

export const French: Story = oneHub(statusWith({ connection: 'refused', problem: 'upstream_refused' }), /App Token/, {
  args: { locale: 'fr-FR' },
  async play({ canvas }) {
    await canvas.findByRole('heading', { level: 3, name: /Kaltura refuse/ }, patience);
    await canvas.findByText('Administrateur requis', {}, patience);
  },
});

export const Dark: Story = oneHub(
  statusWith({ connection: 'paused', problem: 'connection_paused' }),
  /connection to Kaltura is paused$/,
  { globals: { theme: 'dark' } },
);

export const RightToLeft: Story = oneHub(
  statusWith({ connection: 'session_pool_killed', problem: 'session_pool_killed' }),
  /sessions were ended$/,
  { globals: { direction: 'rtl' } },
);
