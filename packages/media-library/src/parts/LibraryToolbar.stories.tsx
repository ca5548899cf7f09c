import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent } from 'storybook/test';
import type { LibraryFilters } from './LibraryFilters.ts';
import { LibraryToolbar, type LibraryToolbarProps } from './LibraryToolbar.tsx';
import { ResultCount } from './ResultCount.tsx';

const filters: LibraryFilters = { search: '', mediaType: 'any', spherical: false, scope: 'all', sort: 'recent' };

const meta: Meta<typeof LibraryToolbar> = {
  title: 'Parts/LibraryToolbar',
  component: LibraryToolbar,
  args: { filters, layout: 'grid', onFiltersChange: fn(), onLayoutChange: fn() },
  render: (args) => <Filtering {...args} />,
};
export default meta;

type Story = StoryObj<typeof LibraryToolbar>;

/** Keeps the filters, as the owner of a toolbar does. */
function Filtering(props: LibraryToolbarProps): ReactElement {
  const [filters, setFilters] = useState(props.filters);
  const [layout, setLayout] = useState(props.layout);
  return (
    <LibraryToolbar
      {...props}
      filters={filters}
      layout={layout}
      onFiltersChange={(patch) => {
        props.onFiltersChange(patch);
        setFilters((previous) => ({ ...previous, ...patch }));
      }}
      onLayoutChange={(next) => {
        props.onLayoutChange(next);
        setLayout(next);
      }}
    >
      <ResultCount count={240} />
    </LibraryToolbar>
  );
}

export const Everything: Story = {
  async play({ args, canvas }) {
    await userEvent.type(canvas.getByRole('searchbox', { name: 'Search Kaltura' }), 'pier');
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ search: 'pier' });
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search' }));
    await expect(canvas.getByRole('searchbox')).toHaveFocus();
    await expect(canvas.getByRole('searchbox')).toHaveValue('');

    await userEvent.click(canvas.getByRole('button', { name: '360° only' }));
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ spherical: true });
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Type' }), 'Videos');
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ mediaType: 'video' });
    await userEvent.click(canvas.getByRole('radio', { name: 'Mine' }));
    await expect(args.onFiltersChange).toHaveBeenLastCalledWith({ scope: 'mine' });
    await userEvent.click(canvas.getByRole('radio', { name: 'List' }));
    await expect(args.onLayoutChange).toHaveBeenLastCalledWith('list');
  },
};

/** Relevance is an order only while there is something to be relevant to. */
export const Searching: Story = {
  args: { filters: { ...filters, search: 'harbour', sort: 'relevance', spherical: true } },
  async play({ canvas }) {
    await expect(canvas.getByRole('combobox', { name: 'Sort by' })).toHaveDisplayValue('Relevance');
    await expect(canvas.getByRole('button', { name: '360° only' })).toHaveAttribute('aria-pressed', 'true');
  },
};

/** A token for own entries, and a host that takes videos alone: nothing to choose, nothing shown. */
export const OwnVideosOnly: Story = {
  args: { canChooseScope: false, mediaTypes: ['video'] },
  async play({ canvas }) {
    await expect(canvas.queryByRole('radio', { name: 'Mine' })).toBeNull();
    await expect(canvas.queryByRole('combobox', { name: 'Type' })).toBeNull();
  },
};

export const Narrow: Story = { globals: { width: 'narrow' } };

/** Without a choice of whose, all filters fit on a phone. */
export const NarrowOwnContent: Story = {
  args: { canChooseScope: false },
  globals: { width: 'narrow' },
  async play({ canvas }) {
    const [first, last] = ['Type', 'Sort by'].map((name) =>
      canvas.getByRole('combobox', { name }).getBoundingClientRect(),
    );
    await expect(first?.top).toBe(last?.top);
  },
};

export const NarrowRightToLeft: Story = { globals: { width: 'narrow', direction: 'rtl' } };

/** French is longer. */
export const NarrowFrench: Story = { globals: { width: 'narrow', locale: 'fr' } };

/** One Tab stop per control, in reading order. */
export const TabOrder: Story = {
  async play({ canvas }) {
    const reached: (string | null)[] = [];
    for (let stop = 0; stop < 6; stop += 1) {
      await userEvent.tab();
      const reachedNow = document.activeElement;
      reached.push(
        reachedNow?.getAttribute('aria-label') ??
          (reachedNow?.textContent || reachedNow?.getAttribute('value') || null),
      );
    }
    await expect(reached).toEqual(['Search Kaltura', 'grid', 'Type', '360° only', 'all', 'Sort by']);
    await expect(canvas.getByRole('combobox', { name: 'Sort by' })).toHaveFocus();
  },
};
