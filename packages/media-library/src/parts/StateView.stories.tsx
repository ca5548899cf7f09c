import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { en } from '../messages/en.ts';
import { enExchange } from '../messages/enExchange.ts';
import { createFormats } from '../messages/Formats.ts';
import { Button } from './Button.tsx';
import { StateView } from './StateView.tsx';

const t = en(createFormats('en'));
const problems = { ...enExchange, ...t.problems };

const meta: Meta<typeof StateView> = {
  title: 'Parts/StateView',
  component: StateView,
  parameters: { page: 'fill' },
};
export default meta;

type Story = StoryObj<typeof StateView>;

export const Empty: Story = { args: { kind: 'empty', title: t.emptyTitle, text: t.emptyText } };

export const NoResult: Story = {
  args: {
    kind: 'noResult',
    title: t.noResultFor('pier 9'),
    text: t.noResultText,
    action: <Button>{t.clearFilters}</Button>,
  },
};

export const NoSphericalResult: Story = {
  args: {
    kind: 'noResult',
    title: t.noResultTitle,
    text: t.noResultSphericalText,
    action: <Button>{t.clearFilters}</Button>,
  },
};

export const Failed: Story = {
  args: {
    kind: 'error',
    ...problems.kaltura_unavailable,
    action: <Button variant="primary">{t.retry}</Button>,
    detail: t.referenceId('01J9Z6W4V6Y3E7C2'),
  },
  async play({ canvas }) {
    await expect(canvas.getByRole('alert')).toHaveTextContent('Kaltura does not answer');
  },
};

export const Forbidden: Story = { args: { kind: 'forbidden', ...problems.forbidden } };

export const Offline: Story = { args: { kind: 'offline', ...problems.offline } };

export const NotConnected: Story = { args: { kind: 'notConnected', ...problems.not_connected } };

export const LockedByPlan: Story = {
  args: { kind: 'locked', ...problems.plan_not_entitled },
  async play({ canvas }) {
    await expect(canvas.getByRole('region', { name: /not part of this hub/ })).toBeVisible();
    await expect(canvas.queryByRole('alert')).toBeNull();
  },
};

export const NarrowRightToLeft: Story = { ...Failed, globals: { width: 'narrow', direction: 'rtl' } };
