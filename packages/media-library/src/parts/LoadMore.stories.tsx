import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { LoadMore } from './LoadMore.tsx';

const meta: Meta<typeof LoadMore> = {
  title: 'Parts/LoadMore',
  component: LoadMore,
  args: { shown: 60, total: 240, status: 'idle', onLoadMore: fn() },
};
export default meta;

type Story = StoryObj<typeof LoadMore>;

export const Idle: Story = {
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Load more' }));
    await expect(args.onLoadMore).toHaveBeenCalledOnce();
  },
};

export const Loading: Story = {
  args: { status: 'loading' },
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button'));
    await expect(args.onLoadMore).not.toHaveBeenCalled();
  },
};

export const Failed: Story = {
  args: { status: 'failed' },
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }));
    await expect(args.onLoadMore).toHaveBeenCalledOnce();
  },
};

export const Done: Story = { args: { status: 'done', shown: 240 } };

export const WithoutTotal: Story = { args: { total: null } };
