import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor, within } from 'storybook/test';
import { enterStory } from '../testing/stories/enterStory.ts';
import { findText, patience } from '../testing/stories/find.ts';
import { openSettings, type StorySettings } from '../testing/stories/openSettings.ts';
import { paste, pastedAnswer, press, reachStep, signIn, toAnswerStep } from '../testing/stories/settingsSteps.ts';
import { connected } from '../testing/stories/settingsSamples.ts';
import { settingsParameters, showSettings } from '../testing/stories/showSettings.tsx';
import { KalturaSettings } from './KalturaSettings.tsx';
import type { PasteFault } from './appToken/readAppTokenAnswer.ts';
import { en } from '../messages/settings/en.ts';
import { createFormats } from '../messages/Formats.ts';

/** Connecting a hub: both ways, each step, and what can go wrong in it. */
const meta: Meta<typeof KalturaSettings> = {
  title: 'Hub settings/Connecting',
  component: KalturaSettings,
  parameters: { ...settingsParameters },
  args: { onReauthenticate: fn(async () => {}) },
  render: showSettings,
};
export default meta;

type Story = StoryObj<typeof KalturaSettings>;

const m = en(createFormats('en'));
const unconnected = (story: StorySettings = {}): Pick<Story, 'beforeEach'> => ({
  beforeEach(context) {
    enterStory(context, openSettings({ connection: null, ...story }));
  },
});

/** What is needed comes first, then the way to go. */
export const NotConnected: Story = {
  ...unconnected(),
  async play({ canvas }) {
    await findText(canvas, '4K enabled in the Kaltura account');
    await expect(canvas.getByRole('radio', { name: 'Sign in to Kaltura' })).toBeChecked();
    await expect(canvas.getByRole('listitem', { current: 'step' })).toHaveTextContent('Step 1 of 4');
  },
};

export const NotConnectedDark: Story = { ...NotConnected, globals: { theme: 'dark' } };
export const NotConnectedNarrow: Story = { ...NotConnected, globals: { width: 'narrow' } };
export const NotConnectedRightToLeft: Story = {
  ...unconnected(),
  globals: { direction: 'rtl', locale: 'ar' },
};
export const NotConnectedFrench: Story = {
  ...unconnected(),
  globals: { locale: 'fr' },
  async play({ canvas }) {
    await findText(canvas, 'La 4K activée dans le compte Kaltura');
  },
};

/** By hand, first: the effect, in words. */
export const ByHandEffect: Story = {
  ...unconnected(),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'By hand' }, patience));
    const step = within(canvas.getByRole('listitem', { current: 'step' }));
    await expect(step.getByText(/is a rule of listing, not of access/)).toBeVisible();
    await userEvent.click(canvas.getByRole('radio', { name: 'What Kaltura allows them' }));
    await press({ canvas, userEvent }, 'Continue');
    const context = step.getByLabelText('Privacy context');
    await expect(context).toBeInvalid();
    await expect(context).toHaveFocus();
    await expect(context).toHaveAccessibleDescription(/Enter the privacy context/);
  },
};

/** Exactly what `appToken.add` is to be given, for both App Tokens, and what has to stay empty. */
export const ByHandParameters: Story = {
  ...unconnected(),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'By hand' }, patience));
    await userEvent.click(canvas.getByRole('radio', { name: 'Everything' }));
    await userEvent.click(canvas.getByRole('checkbox', { name: /also play media of others/ }));
    await press({ canvas, userEvent }, 'Continue');
    await expect(canvas.getByRole('heading', { name: /Create the App Token/ })).toHaveFocus();
    await expect(canvas.getByText('disableentitlement,list:*')).toBeVisible();
    await expect(canvas.getAllByRole('table')).toHaveLength(2);
    await expect(canvas.getByRole('link', { name: 'Open Kaltura’s API console' })).toHaveAttribute(
      'href',
      'https://developer.kaltura.com/console/service/appToken/action/add',
    );
  },
};

export const ByHandParametersNarrow: Story = { ...ByHandParameters, globals: { width: 'narrow' } };

/** The answer fills the fields; its secret is neither shown nor anywhere in the page. */
export const ByHandPasted: Story = {
  ...unconnected(),
  async play({ canvas, canvasElement, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await paste({ canvas, userEvent }, pastedAnswer());
    await findText(canvas, 'App Token 0_n1e2w3t4 is filled in. Its secret is in its field, unseen.');
    await expect(canvas.getByLabelText('Token id (id)')).toHaveValue('0_n1e2w3t4');
    await expect(canvas.getByLabelText('Account (partnerId)')).toHaveValue('4711');
    await expect(canvas.getByLabelText('Secret (token)')).toHaveValue('0123456789abcdef0123456789abcdef');
    await expect(canvasElement.ownerDocument.documentElement.outerHTML).not.toContain('0123456789abcdef');
  },
};

/** Nothing was entered: each field says what it needs, and the first one has the focus. */
export const ByHandFaults: Story = {
  ...unconnected(),
  async play({ canvas, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await press({ canvas, userEvent }, 'Save & test');
    await expect(canvas.getByLabelText('Token id (id)')).toHaveFocus();
    await expect(canvas.getByLabelText('Secret (token)')).toBeInvalid();
    await expect(canvas.getByText('3 fields need attention.')).toBeVisible();
  },
};

/** The operator allows one region: the others are seen, and cannot be chosen. */
export const ByHandServices: Story = {
  ...unconnected({ services: ['https://api.eu.kaltura.com', 'https://kaltura.uni.example'] }),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'By hand' }, patience));
    await press({ canvas, userEvent }, 'Continue');
    const service = canvas.getByRole('combobox', { name: 'Kaltura service' });
    await expect(service).toHaveDisplayValue('Europe (api.eu.kaltura.com)');
    await expect(within(service).getByRole('option', { name: 'kaltura.uni.example' })).toBeEnabled();
    await userEvent.selectOptions(service, 'Another address…');
    await userEvent.type(canvas.getByLabelText('Address of the service'), 'https://api.sg.kaltura.com');
    await press({ canvas, userEvent }, 'I have the answer');
    await expect(canvas.getByLabelText('Address of the service')).toBeInvalid();
  },
};

/** The operator has taken an address back meanwhile: said at the field, and everything typed stays. */
export const ByHandAddressNotAllowed: Story = {
  ...unconnected({ instead: { save: 'service_url_not_allowed' } }),
  async play({ canvas, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await paste({ canvas, userEvent }, pastedAnswer());
    await press({ canvas, userEvent }, 'Save & test');
    const service = await canvas.findByRole('combobox', {
      name: 'Kaltura service',
      description: /not enabled here/,
    });
    await waitFor(() => expect(service).toHaveFocus());
    await expect(canvas.getByRole('listitem', { current: 'step' })).toHaveTextContent('Step 2 of 3');
    await press({ canvas, userEvent }, 'I have the answer');
    await expect(canvas.getByLabelText('Secret (token)')).toHaveValue('0123456789abcdef0123456789abcdef');
  },
};

/** The sign-in is too old for secrets: the host confirms who is there, and it is saved. */
export const ByHandReauthentication: Story = {
  ...unconnected({ instead: { save: { once: 'reauth_required' } } }),
  async play({ args, canvas, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await paste({ canvas, userEvent }, pastedAnswer());
    await press({ canvas, userEvent }, 'Save & test');
    await press({ canvas, userEvent }, 'Sign in again');
    await findText(canvas, 'What the connection does');
    await expect(args.onReauthenticate).toHaveBeenCalledOnce();
  },
};

/** The same where the host cannot ask: in words. */
export const ByHandReauthenticationAlone: Story = {
  ...unconnected({ instead: { save: 'reauth_required' } }),
  args: { onReauthenticate: undefined },
  async play({ canvas, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await paste({ canvas, userEvent }, pastedAnswer());
    await press({ canvas, userEvent }, 'Save & test');
    await findText(canvas, /Sign in again in another tab/);
  },
};

/** The exchange is out of reach: nothing is lost. */
export const ByHandSaveFails: Story = {
  ...unconnected({ instead: { save: 'storage_unavailable' } }),
  async play({ canvas, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await paste({ canvas, userEvent }, pastedAnswer());
    await press({ canvas, userEvent }, 'Save & test');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Try again');
    await expect(canvas.getByLabelText('Secret (token)')).toHaveValue('0123456789abcdef0123456789abcdef');
  },
};

/** Somebody else connects the hub in this very moment. */
export const ByHandConflict: Story = {
  ...unconnected({ meanwhile: connected }),
  async play({ canvas, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await paste({ canvas, userEvent }, pastedAnswer());
    await press({ canvas, userEvent }, 'Save & test');
    await findText(canvas, 'The hub was connected.');
    await expect(canvas.getByRole('button', { name: 'Save mine over it' })).toBeVisible();
  },
};

const pasteFault = (fault: PasteFault, text: string): Story => ({
  ...unconnected(),
  async play({ canvas, userEvent }) {
    await toAnswerStep({ canvas, userEvent });
    await paste({ canvas, userEvent }, text);
    await expect(await canvas.findByText(m.pasteFaults[fault].title)).toBeVisible();
    await expect(canvas.getByLabelText('Secret (token)')).toHaveValue('');
  },
});

const kalturaError = { code: 'SERVICE_FORBIDDEN', message: 'forbidden', objectType: 'KalturaAPIException', args: [] };
const newAccount = {
  ...kalturaError,
  code: 'INVALID_FIELD_VALUE',
  message: 'The field value is invalid [sessionUserId]',
};

export const PasteUnreadable: Story = pasteFault('not_readable', 'the App Token is below');
export const PasteKalturaError: Story = pasteFault('kaltura_error', JSON.stringify(kalturaError));
export const PasteNewAccount: Story = pasteFault('new_account', JSON.stringify(newAccount));
export const PasteKs: Story = pasteFault('ks', `djJ8NDcxMXx${'x'.repeat(80)}`);
export const PasteSession: Story = pasteFault('session', '{"ks":"djJ8","sessionType":0,"userId":"ada"}');
export const PasteQuestion: Story = pasteFault('question', '{"appToken":{"sessionPrivileges":"list:*"}}');
export const PasteNoToken: Story = pasteFault('no_token', '{"id":"0_entry","objectType":"KalturaMediaEntry"}');
export const PasteSeveral: Story = pasteFault('several', `[${pastedAnswer()},${pastedAnswer()}]`);
export const PasteAdminToken: Story = pasteFault('admin_token', pastedAnswer({ sessionType: 2 }));
export const PasteNoSessionType: Story = pasteFault('no_session_type', pastedAnswer({ sessionType: undefined }));
export const PastePinnedUser: Story = pasteFault('pinned_user', pastedAnswer({ sessionUserId: 'kim' }));
export const PasteExpired: Story = pasteFault('expired', pastedAnswer({ expiry: 0 }));
export const PasteNotActive: Story = pasteFault('not_active', pastedAnswer({ status: 1 }));
export const PastePlayerForEditor: Story = pasteFault(
  'player_for_editor',
  pastedAnswer({ sessionPrivileges: 'sview:*,disableentitlementforentry:*,setrole:PLAYBACK_BASE_ROLE' }),
);

/** Guided, to the end: sign in, choose, done. */
export const Guided: Story = {
  ...unconnected(),
  async play({ canvas, userEvent }) {
    await signIn({ canvas, userEvent });
    await reachStep({ canvas }, /What people may see/);
    await press({ canvas, userEvent }, 'Continue');
    await expect(canvas.getByRole('radio', { name: 'Default' })).toBeChecked();
    await userEvent.click(canvas.getByRole('radio', { name: 'Spaces 4K' }));
    await press({ canvas, userEvent }, 'Connect & test');
    await findText(canvas, /Everything works/);
  },
};

/** With an ADMIN KS instead of a password. */
export const GuidedWithKs: Story = {
  ...unconnected(),
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'ADMIN KS' }, patience));
    await press({ canvas, userEvent }, 'Sign in to Kaltura');
    await expect(canvas.getByLabelText('ADMIN KS', { selector: 'input[type=password]' })).toBeInvalid();
  },
};

/** Somebody who administers several accounts chooses one. */
export const GuidedAccounts: Story = {
  ...unconnected({
    accounts: [
      { partner_id: 4711, name: 'Atelier Nord' },
      { partner_id: 4712, name: 'Atelier Nord, archive' },
      {
        partner_id: 4713,
        name: 'Vereinigung der Freundinnen und Freunde des Ateliers Nord und seiner audiovisuellen Sammlungen e. V.',
      },
    ],
  }),
  async play({ canvas, userEvent }) {
    await signIn({ canvas, userEvent });
    await reachStep({ canvas }, /Choose the account/);
    await expect(canvas.getByRole('radio', { name: 'Atelier Nord' })).toBeChecked();
  },
};

/** Somebody who administers very many finds one by its name or number. */
export const GuidedManyAccounts: Story = {
  ...unconnected({
    accounts: Array.from({ length: 60 }, (_, index) => ({ partner_id: 4711 + index, name: `Faculty ${index + 1}` })),
  }),
  async play({ canvas, userEvent }) {
    await signIn({ canvas, userEvent });
    await reachStep({ canvas }, /Choose the account/);
    const find = canvas.getByRole('textbox', { name: 'Find by name or number' });
    await userEvent.type(find, 'faculty 4');
    await expect(canvas.getByRole('radio', { name: 'Faculty 47' })).toBeVisible();
    await userEvent.type(find, 'x');
    await findText(canvas, /^No account here has this name or number/);
  },
};

/** Conversion profiles: which stream, and which keep 360° sharp. */
export const GuidedProfiles: Story = {
  ...unconnected(),
  async play({ canvas, userEvent }) {
    await signIn({ canvas, userEvent });
    await reachStep({ canvas }, /What people may see/);
    await press({ canvas, userEvent }, 'Continue');
    await expect(canvas.getByText('Up to 2160p: 360° stays sharp')).toBeVisible();
    await expect(canvas.getByText('Does not stream')).toBeVisible();
    await expect(canvas.getByText(/is remembered for \d+ more minutes/)).toBeVisible();
  },
};

export const GuidedProfilesNarrowDark: Story = { ...GuidedProfiles, globals: { width: 'narrow', theme: 'dark' } };

const signInRefused = (code: keyof typeof refusals): Story => ({
  ...unconnected({ instead: { signIn: code } }),
  async play({ canvas, userEvent }) {
    await signIn({ canvas, userEvent });
    await expect(await canvas.findByRole('alert', {}, patience)).toHaveTextContent(refusals[code]);
    // What was a secret is gone; who it was is kept.
    await expect(canvas.getByLabelText('Password in Kaltura')).toHaveValue('');
    await expect(canvas.getByLabelText('E-mail address in Kaltura')).toHaveValue('kim@uni.example');
  },
});

const refusals = {
  kaltura_sign_in_refused: 'Kaltura did not accept this sign-in',
  kaltura_otp_required: 'Kaltura asks for a one-time password',
  kaltura_otp_refused: 'one-time',
  kaltura_password_expired: 'password',
  kaltura_sso_required: 'single sign-on',
  kaltura_admin_required: 'account admin',
  kaltura_account_refused: 'account',
  upstream_unavailable: 'Kaltura does not answer',
  service_url_not_allowed: 'This Kaltura address is not enabled here',
  rate_limited: 'a little too fast',
} as const;

export const SignInRefused: Story = signInRefused('kaltura_sign_in_refused');
export const SignInOtpRequired: Story = signInRefused('kaltura_otp_required');
export const SignInOtpRefused: Story = signInRefused('kaltura_otp_refused');
export const SignInPasswordExpired: Story = signInRefused('kaltura_password_expired');
export const SignInSsoRequired: Story = signInRefused('kaltura_sso_required');
export const SignInNoAdmin: Story = signInRefused('kaltura_admin_required');
export const SignInAccountRefused: Story = signInRefused('kaltura_account_refused');
export const SignInKalturaAway: Story = signInRefused('upstream_unavailable');
export const SignInAddressNotAllowed: Story = signInRefused('service_url_not_allowed');
export const SignInTooFast: Story = signInRefused('rate_limited');

/** The ten minutes are over: sign in again, what was chosen is kept. */
export const GuidedExpired: Story = {
  ...unconnected({ instead: { connect: 'guided_expired' } }),
  async play({ canvas, userEvent }) {
    await signIn({ canvas, userEvent });
    await reachStep({ canvas }, /What people may see/);
    await userEvent.click(canvas.getByRole('radio', { name: 'Everything' }));
    await press({ canvas, userEvent }, 'Continue');
    await press({ canvas, userEvent }, 'Connect & test');
    await findText(canvas, 'The sign-in to Kaltura has expired');
    await signIn({ canvas, userEvent });
    await expect(await canvas.findByRole('radio', { name: 'Everything' }, patience)).toBeChecked();
  },
};

/** Kaltura makes no App Token: a brand-new account, or an admin without the right. */
export const GuidedTokenNotCreated: Story = {
  ...unconnected({ instead: { connect: 'app_token_not_created' } }),
  async play({ canvas, userEvent }) {
    await signIn({ canvas, userEvent });
    await reachStep({ canvas }, /What people may see/);
    await press({ canvas, userEvent }, 'Continue');
    await press({ canvas, userEvent }, 'Connect & test');
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Kaltura did not create the App Token');
  },
};
