import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, userEvent } from 'storybook/test';
import { EntryGrid } from './EntryGrid.tsx';
import type { LibraryFilters, LibraryLayout } from './LibraryFilters.ts';
import { LibraryToolbar } from './LibraryToolbar.tsx';
import { LoadMore } from './LoadMore.tsx';
import { ResultCount } from './ResultCount.tsx';
import { sampleEntries } from './samples/sampleEntries.ts';
import { SelectionBar } from './SelectionBar.tsx';

const entries = sampleEntries(60);
const two = ['1_00000001', '1_00000003'];

/** How the parts stand together; data and behaviour are the business of `FromKalturaTab`. */
const meta: Meta<typeof Together> = {
  title: 'Parts/Together',
  component: Together,
  parameters: { page: 'fill' },
};
export default meta;

type Story = StoryObj<typeof Together>;

interface TogetherProps {
  layout?: LibraryLayout;
  /** Everybody's entries, or one's own. */
  all?: boolean;
  chosen?: readonly string[];
}

function Together({ layout: initialLayout = 'grid', all = true, chosen = two }: TogetherProps): ReactElement {
  const [filters, setFilters] = useState<LibraryFilters>({
    search: '',
    mediaType: 'any',
    spherical: false,
    scope: 'all',
    sort: 'recent',
  });
  const [layout, setLayout] = useState(initialLayout);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set(chosen));
  return (
    <>
      <LibraryToolbar
        filters={filters}
        onFiltersChange={(patch) => setFilters({ ...filters, ...patch })}
        layout={layout}
        onLayoutChange={setLayout}
        canChooseScope={all}
      >
        <ResultCount count={240} />
      </LibraryToolbar>
      <EntryGrid
        entries={entries}
        totalCount={240}
        layout={layout}
        showOwner={all}
        selectedIds={selectedIds}
        importedIds={new Set(['1_00000005'])}
        onSelect={({ select, deselect }) => {
          const next = new Set(selectedIds);
          select.forEach(({ id }) => next.add(id));
          deselect.forEach(({ id }) => next.delete(id));
          setSelectedIds(next);
        }}
        onActivate={() => {}}
      >
        <LoadMore shown={60} total={240} status="idle" onLoadMore={() => {}} />
      </EntryGrid>
      <SelectionBar count={selectedIds.size} max={12} onClear={() => setSelectedIds(new Set())} onImport={() => {}} />
    </>
  );
}

export const Grid: Story = {};

export const List: Story = { args: { layout: 'list' } };

/** Nothing to choose between people, nothing chosen yet: what most people see first. */
export const OwnContent: Story = {
  args: { all: false, chosen: [] },
  async play({ canvas }) {
    await expect(canvas.queryByText(/@atelier-nord/)).toBeNull();
    await expect(canvas.queryByRole('button', { name: /^Import/ })).toBeNull();
  },
};

export const OwnContentList: Story = {
  args: { all: false, chosen: [], layout: 'list' },
  async play({ canvas }) {
    await expect(canvas.queryByRole('columnheader', { name: 'Owner' })).toBeNull();
  },
};

export const OwnContentPhone: Story = { ...OwnContent, globals: { width: 'narrow' } };

/** Choosing brings the bar's buttons and moves nothing. */
export const ChoosingTheFirst: Story = {
  args: { chosen: [] },
  async play({ canvas }) {
    const viewport = canvas.getByRole('grid').parentElement as HTMLElement;
    const { top, height } = viewport.getBoundingClientRect();
    await userEvent.click(canvas.getAllByRole('gridcell')[0] as HTMLElement);
    await expect(canvas.getByRole('button', { name: 'Import 1 item' })).toBeVisible();
    await expect(viewport.getBoundingClientRect()).toMatchObject({ top, height });
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };

export const Phone: Story = { globals: { width: 'narrow' } };

export const PhoneList: Story = { args: { layout: 'list' }, globals: { width: 'narrow' } };

export const RightToLeft: Story = { globals: { direction: 'rtl' } };
