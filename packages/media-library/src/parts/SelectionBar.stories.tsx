import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import { SelectionBar, type SelectionBarProps } from './SelectionBar.tsx';

const meta: Meta<typeof SelectionBar> = {
  title: 'Parts/SelectionBar',
  component: SelectionBar,
  args: { count: 3, onClear: fn(), onImport: fn() },
};
export default meta;

type Story = StoryObj<typeof SelectionBar>;

export const Some: Story = {
  async play({ args, canvas }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Import 3 items' }));
    await expect(args.onImport).toHaveBeenCalledOnce();
    await userEvent.click(canvas.getByRole('button', { name: 'Clear selection' }));
    await expect(args.onClear).toHaveBeenCalledOnce();
  },
};

export const None: Story = {
  args: { count: 0 },
  async play({ canvas }) {
    await expect(canvas.getByRole('status')).toHaveTextContent('Choose media to import.');
    await expect(canvas.queryByRole('button')).toBeNull();
  },
};

/** The bar is as tall empty as full, and clearing by keyboard does not throw the focus back to the page's beginning. */
export const Clearing: Story = {
  render: (args) => <Clearable {...args} />,
  async play({ canvas }) {
    const bar = canvas.getByRole('group', { name: 'Selection' });
    const { height } = bar.getBoundingClientRect();
    canvas.getByRole('button', { name: 'Clear selection' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.queryByRole('button')).toBeNull();
    await expect(bar.getBoundingClientRect().height).toBe(height);
    await expect(bar).toHaveFocus();
  },
};

function Clearable(props: SelectionBarProps): ReactElement {
  const [count, setCount] = useState(props.count);
  return <SelectionBar {...props} count={count} onClear={() => setCount(0)} />;
}

export const Full: Story = {
  args: { count: 8, max: 8 },
  async play({ canvas }) {
    await expect(canvas.getByRole('status')).toHaveTextContent('8 of 8 selected');
  },
};

/** The button keeps the focus and cannot be pressed twice. */
export const Importing: Story = {
  args: { importing: true },
  async play({ args, canvas }) {
    const button = canvas.getByRole('button', { name: 'Importing 3 items…' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(button).toHaveFocus();
    await expect(args.onImport).not.toHaveBeenCalled();
  },
};

export const StillProcessing: Story = {
  args: { note: 'Still processing in Kaltura: it becomes playable by itself.' },
};

export const Failed: Story = {
  args: { note: 'Nothing was imported. Your selection is kept; try again.', noteTone: 'danger' },
};

export const Narrow: Story = { args: { count: 8, max: 8 }, globals: { width: 'narrow' } };
