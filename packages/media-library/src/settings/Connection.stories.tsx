import type { ExchangeErrorCode } from '@spaces-kaltura/client/exchange';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { enterStory } from '../testing/stories/enterStory.ts';
import { findHeading, findText, patience } from '../testing/stories/find.ts';
import { openSettings, type StorySettings } from '../testing/stories/openSettings.ts';
import { connected, editorToken, history, playerToken } from '../testing/stories/settingsSamples.ts';
import { paste, pastedAnswer, press } from '../testing/stories/settingsSteps.ts';
import { settingsParameters, showSettings } from '../testing/stories/showSettings.tsx';
import { KalturaSettings } from './KalturaSettings.tsx';

/** A hub that is connected: what that does, how it is doing, and what an admin may do about it. */
const meta: Meta<typeof KalturaSettings> = {
  title: 'Hub settings/Connection',
  component: KalturaSettings,
  parameters: { ...settingsParameters },
  args: { onReauthenticate: fn(async () => {}) },
  render: showSettings,
};
export default meta;

type Story = StoryObj<typeof KalturaSettings>;

const settings = (story: StorySettings = {}): Pick<Story, 'beforeEach'> => ({
  beforeEach(context) {
    enterStory(context, openSettings(story));
  },
});

/** Own media only, with the honest sentence about it. */
export const Connected: Story = {
  ...settings(),
  async play({ canvas }) {
    await findText(canvas, 'their own media of the account');
    await expect(canvas.getByText(/is a rule of listing, not of access/)).toBeVisible();
    await expect(canvas.getByText('12 seconds ago')).toBeVisible();
    await expect(canvas.getByText('Account 4711 · Europe (api.eu.kaltura.com)')).toBeVisible();
  },
};

export const ConnectedDark: Story = { ...Connected, globals: { theme: 'dark' } };
export const ConnectedNarrow: Story = { ...Connected, globals: { width: 'narrow' } };
export const ConnectedRightToLeft: Story = { ...settings(), globals: { direction: 'rtl', locale: 'ar' } };
export const ConnectedFrench: Story = {
  ...settings(),
  globals: { locale: 'fr' },
  async play({ canvas }) {
    await findText(canvas, 'ses propres médias du compte');
  },
};

/** Everything of the account, a second App Token for playback, another way to match people, an end. */
export const ConnectedToEverything: Story = {
  ...settings({
    connection: {
      ...connected,
      can_list_all: true,
      granted_privileges: ['disableentitlement', 'list:*'],
      user_id_mapping: 'claim:staff_id',
      conversion_profile_dash: false,
      tokens: { editor: { ...editorToken, expires_at: '2027-06-30T22:00:00.000Z' }, player: playerToken },
    },
  }),
  async play({ canvas }) {
    await findText(canvas, 'all media of the account');
    await expect(canvas.getByText(/whose id is in “staff_id” of their sign-in/)).toBeVisible();
    await expect(canvas.getByText(/when the App Token ends/)).toBeVisible();
    await expect(canvas.queryByText(/is a rule of listing/)).not.toBeInTheDocument();
  },
};

export const ConnectedWithEntitlement: Story = {
  ...settings({
    connection: {
      ...connected,
      can_list_all: true,
      granted_privileges: ['enableentitlement', 'privacycontext:MediaSpace', 'list:*'],
      user_id_mapping: 'local_part',
    },
  }),
  async play({ canvas }) {
    await findText(canvas, 'what Kaltura’s entitlement opens to them in the context “MediaSpace”');
  },
};

/** Stored, and not yet asked for by anybody. */
export const ConnectedUntested: Story = {
  ...settings({
    connection: {
      ...connected,
      can_list_all: null,
      can_upload: null,
      granted_privileges: null,
      checked_at: null,
      conversion_profile_id: null,
      conversion_profile_dash: null,
    },
  }),
  async play({ canvas }) {
    await expect((await canvas.findAllByText('not known yet: run the test', {}, patience)).length).toBe(2);
  },
};

/** Long names of everything. */
export const LongNames: Story = {
  ...settings({
    hub: {
      id: 'long',
      name: 'Interuniversitäres Zentrum für immersive audiovisuelle Lehr- und Forschungsumgebungen der Nordwestregion',
    },
    connection: {
      ...connected,
      service_url: 'https://kaltura-video-platform.media-services.information-technology.university.example',
      user_id_mapping: 'claim:urn:oid:1.3.6.1.4.1.5923.1.1.1.6/eduPersonPrincipalNameOfTheInstitution',
      granted_privileges: ['enableentitlement', `privacycontext:${'MediaSpace-'.repeat(5)}`, 'list:*'],
      tokens: { editor: { ...editorToken, id: '0_abcdefghijklmnopqrstuvwxyz0123456789ABCD' }, player: playerToken },
    },
  }),
  globals: { width: 'narrow' },
  async play({ canvas, canvasElement, userEvent }) {
    await press({ canvas, userEvent }, 'Disconnect…');
    const dialog = canvas.getByRole('dialog', { name: /^Disconnect Interuniversitäres/ });
    await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toBeVisible();
    const { documentElement: page } = canvasElement.ownerDocument;
    await expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth);
  },
};

const inState = (state: (typeof connected)['state'], label: string): Story => ({
  ...settings({ connection: { ...connected, state } }),
  async play({ canvas }) {
    await expect((await canvas.findAllByText(label, {}, patience)).length).toBeGreaterThan(0);
  },
});

export const Misconfigured: Story = inState('misconfigured', 'Set up wrongly');
export const Refused: Story = inState('refused', 'Refused by Kaltura');
export const SessionsEnded: Story = inState('session_pool_killed', 'Sessions ended');

/** The key of the stored secret is gone: the form is open at once. */
export const Unreadable: Story = {
  ...settings({
    connection: {
      ...connected,
      state: 'unreadable',
      tokens: { editor: { ...editorToken, fingerprint: null }, player: null },
    },
  }),
  async play({ canvas, userEvent }) {
    await findText(canvas, 'The stored secret cannot be read any more. Enter it again.');
    await press({ canvas, userEvent }, 'Save & test');
    await expect(canvas.getByLabelText('Secret (token)')).toHaveFocus();
  },
};

/** Paused, and resumed. */
export const Paused: Story = {
  ...settings({ connection: { ...connected, paused_since: '2026-11-25T18:00:00.000Z' } }),
  async play({ canvas, userEvent }) {
    await findText(canvas, /Nobody gets a session since/);
    await press({ canvas, userEvent }, 'Resume');
    await canvas.findByRole('button', { name: 'Pause' });
    await expect(canvas.queryByText(/Nobody gets a session since/)).not.toBeInTheDocument();
  },
};

export const PausedAsShown: Story = {
  ...settings({ connection: { ...connected, paused_since: '2026-11-25T18:00:00.000Z' } }),
};

/** Somebody else changed the connection before it could be paused: the latest state, and a word. */
export const PauseOvertaken: Story = {
  ...settings({ meanwhile: { ...connected, version: 9, partner_id: 4712 } }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Pause');
    await findText(canvas, /You see the latest state now/);
    await expect(canvas.getByText(/^Account 4712/)).toBeVisible();
  },
};

export const PauseFails: Story = {
  ...settings({ instead: { pause: 'storage_unavailable' } }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Pause');
    await canvas.findByRole('alert');
  },
};

/** An App Token is being replaced; the former one is at hand. */
export const Rotating: Story = {
  ...settings({
    connection: {
      ...connected,
      rotations: [
        {
          purpose: 'editor',
          former: { ...editorToken, id: '0_olderone' },
          until: '2026-11-27T08:00:00.000Z',
          former_serves_since: null,
        },
      ],
    },
  }),
  async play({ canvas }) {
    await findText(canvas, /The former one \(0_olderone\) stays at hand until/);
  },
};

/** Kaltura refuses the new one. */
export const RotatingFails: Story = {
  ...settings({
    connection: {
      ...connected,
      rotations: [
        {
          purpose: 'editor',
          former: { ...editorToken, id: '0_olderone' },
          until: '2026-11-27T08:00:00.000Z',
          former_serves_since: '2026-11-26T09:00:00.000Z',
        },
      ],
    },
  }),
  async play({ canvas, userEvent }) {
    await findText(canvas, /Kaltura refuses the new one/);
    await press({ canvas, userEvent }, 'Forget the former one now');
    await expect(await canvas.findByRole('button', { name: 'Replace secret' })).toBeVisible();
  },
};

/** Replacing an App Token: create, paste, test; the other one is chosen where there are two. */
export const Replacing: Story = {
  ...settings({ connection: { ...connected, tokens: { editor: editorToken, player: playerToken } } }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Replace secret');
    await expect(canvas.getByRole('heading', { name: 'Replace the App Token' })).toHaveFocus();
    await press({ canvas, userEvent }, 'Replace & test');
    await expect(canvas.getByLabelText('Token id (id)')).toHaveFocus();
    await paste({ canvas, userEvent }, pastedAnswer());
    await press({ canvas, userEvent }, 'Replace & test');
    await findText(canvas, /The former one \(0_a1b2c3d4\) stays at hand/);
  },
};

/** The form, with what is stored in it; the secret stays where its field stays empty. */
export const Editing: Story = {
  ...settings(),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Change settings');
    await expect(canvas.getByRole('heading', { name: 'Change settings' })).toHaveFocus();
    await expect(canvas.getByLabelText('Secret (token)')).toHaveAccessibleDescription(/Leave empty to keep it/);
    const account = canvas.getByLabelText('Account (partnerId)');
    await userEvent.clear(account);
    await userEvent.type(account, '4712');
    await expect(canvas.getByLabelText('Secret (token)')).toHaveAccessibleDescription(
      /goes only where it was entered for/,
    );
    await expect(canvas.getByText('Not saved yet')).toBeVisible();
  },
};

export const EditingNarrowDark: Story = { ...Editing, globals: { width: 'narrow', theme: 'dark' } };

/** Two admins at once: what the other one changed, and whose stays. */
export const EditingConflict: Story = {
  ...settings({
    meanwhile: { ...connected, version: 9, partner_id: 4712, conversion_profile_id: null },
    history: history.slice(2),
  }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Change settings');
    await userEvent.click(canvas.getByText('More settings'));
    await userEvent.selectOptions(canvas.getByLabelText('Which Kaltura user is a person?'), 'local_part');
    await press({ canvas, userEvent }, 'Save & test');
    await findText(canvas, 'account: 4711 → 4712');
    await expect(canvas.getByText('conversion profile: 18 → nothing')).toBeVisible();
    await expect(canvas.getByText(/^You \(Ada Lindqvist\), Nov/)).toBeVisible();
    await expect(canvas.getByLabelText('Which Kaltura user is a person?')).toHaveValue('local_part');
  },
};

/** The hub was disconnected meanwhile. */
export const EditingRemoved: Story = {
  ...settings({ meanwhile: null }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Change settings');
    await press({ canvas, userEvent }, 'Save & test');
    await findText(canvas, 'The hub was disconnected.');
    await press({ canvas, userEvent }, 'Discard mine');
    await findText(canvas, 'What is needed');
  },
};

/** Disconnecting asks for the hub's name. */
export const Disconnecting: Story = {
  ...settings(),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Disconnect…');
    const dialog = canvas.getByRole('dialog', { name: 'Disconnect Atelier Nord from Kaltura?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Disconnect' }));
    await expect(within(dialog).getByLabelText('Type “Atelier Nord” to confirm')).toHaveFocus();
    await expect(within(dialog).getByText('This is not the name of the hub.')).toBeVisible();
  },
};

/** Somebody changed the connection in that moment: it is asked about once more. */
export const DisconnectingConflict: Story = {
  ...settings({ meanwhile: { ...connected, version: connected.version + 1, conversion_profile_id: 5 } }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Disconnect…');
    await userEvent.type(canvas.getByLabelText(/to confirm$/), 'Atelier Nord{Enter}');
    await expect(await canvas.findByRole('alert', {}, patience)).toHaveTextContent('Somebody else changed');
  },
};
export const DisconnectingDark: Story = { ...Disconnecting, globals: { theme: 'dark' } };

/** Done: the hub can be connected anew. */
export const Disconnected: Story = {
  ...settings(),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Disconnect…');
    const dialog = canvas.getByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'atelier  nord{Enter}');
    await findText(canvas, 'The hub is disconnected from Kaltura.');
    await findHeading(canvas, 'What is needed');
  },
};

/** Who changed what, page by page. */
export const History: Story = {
  ...settings({ history: [...history, ...history.map((row) => ({ ...row, id: `older-${row.id}` }))] }),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByText('History of changes', {}, patience));
    await findText(canvas, 'Noor Haddad began to replace an App Token');
    await expect(canvas.getByText('Changed: conversion profile and App Token for playback')).toBeVisible();
    await press({ canvas, userEvent }, 'Show earlier');
    await waitFor(() => expect(canvas.getAllByText('You (Ada Lindqvist) paused the connection')).toHaveLength(2));
  },
};

export const HistoryEmpty: Story = {
  ...settings({ history: [] }),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByText('History of changes', {}, patience));
    await findText(canvas, 'Nothing has changed yet.');
  },
};

export const HistoryFails: Story = {
  ...settings({ instead: { history: 'internal' } }),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByText('History of changes', {}, patience));
    await canvas.findByRole('alert', {}, patience);
  },
};

/** Before anything is known. */
export const Loading: Story = {
  ...settings({ instead: { read: 'never' } }),
  async play({ canvas }) {
    await canvas.findByText('The settings are loading…', {}, patience);
  },
};

const closed = (code: ExchangeErrorCode, heading: string): Story => ({
  ...settings({ instead: { read: code } }),
  async play({ canvas }) {
    await findHeading(canvas, heading);
  },
});

/** Whoever is no hub admin sees why it is closed. */
export const NotAnAdmin: Story = closed('role_required', 'Only hub admins can change this');
/** Another plan: locked, with the reason and whom to ask. */
export const NotInThePlan: Story = {
  ...settings({ connection: null, instead: { services: 'plan_not_entitled' } }),
  async play({ canvas }) {
    await findHeading(canvas, 'Kaltura is not part of this hub’s plan');
    await expect(canvas.queryByRole('button')).not.toBeInTheDocument();
  },
};

/** Another plan by now: what is stored from before can be taken away, and nothing else be done. */
export const Downgraded: Story = {
  ...settings({ instead: { services: 'plan_not_entitled' } }),
  async play({ canvas, userEvent }) {
    await findText(canvas, 'The hub is still connected');
    await expect(canvas.getAllByRole('button')).toEqual([canvas.getByRole('button', { name: 'Disconnect…' })]);
    await press({ canvas, userEvent }, 'Disconnect…');
    const dialog = canvas.getByRole('dialog', { name: 'Disconnect Atelier Nord from Kaltura?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(dialog).not.toBeVisible());
  },
};
export const DowngradedDark: Story = { ...Downgraded, globals: { theme: 'dark' } };
export const DowngradedNarrow: Story = { ...Downgraded, globals: { width: 'narrow' } };
export const DowngradedFrench: Story = {
  ...settings({ instead: { services: 'plan_not_entitled' } }),
  globals: { locale: 'fr' },
  async play({ canvas }) {
    await findText(canvas, 'Le hub est toujours connecté');
  },
};
export const PageNotAllowed: Story = closed('origin_not_allowed', 'This page may not use the Kaltura connection');
export const ExchangeDown: Story = closed('storage_unavailable', 'The Kaltura connection is not available right now');
