import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { EntryGrid } from './EntryGrid.tsx';
import type { LibraryFilters, LibraryLayout } from './LibraryFilters.ts';
import { LibraryToolbar } from './LibraryToolbar.tsx';
import { LoadMore } from './LoadMore.tsx';
import { ResultCount } from './ResultCount.tsx';
import { sampleEntries } from './samples/sampleEntries.ts';
import { SelectionBar } from './SelectionBar.tsx';

const entries = sampleEntries(60);

/** How the parts stand together; data and behaviour are the business of `FromKalturaTab`. */
const meta: Meta<typeof Together> = {
  title: 'Parts/Together',
  component: Together,
  parameters: { page: 'fill' },
};
export default meta;

type Story = StoryObj<typeof Together>;

function Together({ layout: initialLayout = 'grid' }: { layout?: LibraryLayout }): ReactElement {
  const [filters, setFilters] = useState<LibraryFilters>({
    search: '',
    mediaType: 'any',
    spherical: false,
    scope: 'all',
    sort: 'recent',
  });
  const [layout, setLayout] = useState(initialLayout);
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set(['1_00000001', '1_00000003']));
  return (
    <>
      <LibraryToolbar
        filters={filters}
        onFiltersChange={(patch) => setFilters({ ...filters, ...patch })}
        layout={layout}
        onLayoutChange={setLayout}
      >
        <ResultCount count={240} />
      </LibraryToolbar>
      <EntryGrid
        entries={entries}
        totalCount={240}
        layout={layout}
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

export const Dark: Story = { globals: { theme: 'dark' } };

export const Phone: Story = { globals: { width: 'narrow' } };

export const PhoneList: Story = { args: { layout: 'list' }, globals: { width: 'narrow' } };

export const RightToLeft: Story = { globals: { direction: 'rtl' } };
