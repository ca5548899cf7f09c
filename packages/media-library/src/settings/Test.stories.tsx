import type { CheckFinding } from '@spaces-kaltura/client/exchange';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { createFormats } from '../messages/Formats.ts';
import { en } from '../messages/settings/en.ts';
import { enterStory } from '../testing/stories/enterStory.ts';
import { findText, patience } from '../testing/stories/find.ts';
import { openSettings, type StorySettings } from '../testing/stories/openSettings.ts';
import { allGreen, findings, testWith } from '../testing/stories/settingsSamples.ts';
import { press } from '../testing/stories/settingsSteps.ts';
import { settingsParameters, showSettings } from '../testing/stories/showSettings.tsx';
import { KalturaSettings } from './KalturaSettings.tsx';

/** The connection test: every outcome, and every finding with its one-line fix. */
const meta: Meta<typeof KalturaSettings> = {
  title: 'Hub settings/Test',
  component: KalturaSettings,
  parameters: { ...settingsParameters },
  args: { onReauthenticate: fn(async () => {}) },
  render: showSettings,
};
export default meta;

type Story = StoryObj<typeof KalturaSettings>;

const m = en(createFormats('en'));
const settings = (story: StorySettings): Pick<Story, 'beforeEach'> => ({
  beforeEach(context) {
    enterStory(context, openSettings(story));
  },
});

/** No false alarms: everything green, said in a line as well. */
export const AllGreen: Story = {
  ...settings({ tests: [allGreen] }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Test');
    await expect(await canvas.findByText('Everything works: 11 checks passed.')).toHaveAttribute('role', 'status');
    await expect(canvas.getByText('34 ms')).toBeVisible();
    await expect(canvas.getByText(/you are ada@atelier-nord.example, a user that was there before/)).toBeVisible();
  },
};

export const AllGreenDark: Story = { ...AllGreen, globals: { theme: 'dark' } };
export const AllGreenNarrow: Story = { ...AllGreen, globals: { width: 'narrow' } };
export const AllGreenRightToLeft: Story = {
  ...AllGreen,
  globals: { direction: 'rtl' },
};

/** The test made a Kaltura user for the admin. */
export const UserCreated: Story = {
  ...settings({
    tests: [{ ...allGreen, granted: allGreen.granted && { ...allGreen.granted, user_origin: 'created' } }],
  }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Test');
    await findText(canvas, /a user that was made for you/);
  },
};

export const Running: Story = {
  ...settings({ instead: { test: 'never' } }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Test');
    await expect((await canvas.findAllByText('Testing…', {}, patience)).length).toBe(2);
    await expect(canvas.getByRole('region', { name: 'Test' })).toHaveAttribute('aria-busy', 'true');
  },
};

/** The test itself fails; what was saved stays saved. */
export const NotRun: Story = {
  ...settings({ instead: { test: 'rate_limited' } }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Test');
    await expect(await canvas.findByRole('alert', {}, patience)).toHaveTextContent('The test could not be run');
  },
};

const found = (finding: CheckFinding): Story => {
  const { detail = {}, outcome } = findings[finding];
  return {
    ...settings({ tests: [testWith(finding)] }),
    async play({ canvas, userEvent }) {
      await press({ canvas, userEvent }, 'Test');
      await findText(canvas, m.findings[finding](detail));
      await expect(canvas.queryByText(/checks? failed|of \d+ checks/) === null).toBe(outcome !== 'failed');
    },
  };
};

export const Unreachable: Story = found('unreachable');
export const NotKaltura: Story = found('not_kaltura');
export const UnknownAccount: Story = found('unknown_account');
export const WrongHashType: Story = found('wrong_hash_type');
export const WrongSecret: Story = found('wrong_secret');
export const WeakHashType: Story = found('weak_hash_type');
export const TokenNotFound: Story = found('token_not_found');
export const TokenNotActive: Story = found('token_not_active');
export const TokenExpired: Story = found('token_expired');
export const SessionTooShort: Story = found('session_too_short');
export const SessionPoolKilled: Story = found('session_pool_killed');
export const AdminCapable: Story = found('admin_capable');
export const PinnedUser: Story = found('pinned_user');
export const MissingPrivilege: Story = found('missing_privilege');
export const RestrictedSession: Story = found('restricted_session');
export const UnknownMediaHost: Story = found('unknown_media_host');
export const ListRefused: Story = found('list_refused');
export const UploadRefused: Story = found('upload_refused');
export const UserBlocked: Story = found('user_blocked');
export const UserAmbiguous: Story = found('user_ambiguous');
export const UserUnsupported: Story = found('user_unsupported');
export const NoDash: Story = found('no_dash');
export const DashUnknown: Story = found('dash_unknown');
export const NoPlayerToken: Story = found('no_player_token');
export const PlayerRefused: Story = found('player_refused');
export const ClockSkew: Story = found('clock_skew');
export const Busy: Story = found('busy');
export const UpstreamTrouble: Story = found('upstream_trouble');

/** A privilege that opens too much can be accepted, knowingly; then it is tested again. */
export const DangerousPrivilege: Story = {
  ...settings({ tests: [testWith('dangerous_privilege'), allGreen] }),
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Test');
    await findText(canvas, m.findings.dangerous_privilege({ privilege: 'edit:*' }));
    await press({ canvas, userEvent }, 'Accept edit:*');
    await findText(canvas, /Everything works/);
  },
};

/** The same in French. */
export const FrenchFinding: Story = {
  ...settings({ tests: [testWith('wrong_hash_type')] }),
  globals: { locale: 'fr' },
  async play({ canvas, userEvent }) {
    await press({ canvas, userEvent }, 'Tester');
    await findText(canvas, /son type de hachage est SHA1, pas SHA256/);
  },
};
