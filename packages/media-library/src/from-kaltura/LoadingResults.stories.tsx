import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect } from 'storybook/test';
import { Button } from '../parts/Button.tsx';
import { EntryGrid } from '../parts/EntryGrid.tsx';
import type { LibraryLayout } from '../parts/LibraryFilters.ts';
import { sampleEntries } from '../parts/samples/sampleEntries.ts';
import { LoadingResults } from './LoadingResults.tsx';

/** What holds the places while the grid itself is on its way. */
const meta: Meta<typeof LoadingResults> = {
  title: 'From Kaltura/LoadingResults',
  component: LoadingResults,
  parameters: { page: 'fill' },
  args: { layout: 'grid', showOwner: true, count: 24 },
};
export default meta;

type Story = StoryObj<typeof LoadingResults>;

export const Grid: Story = {};

export const List: Story = { args: { layout: 'list' } };

const entries = sampleEntries(24);
const noIds: ReadonlySet<string> = new Set();

/** A library whose answer comes at a click. */
function Answering({ layout }: { layout: LibraryLayout }): ReactElement {
  const [answered, setAnswered] = useState(false);
  return (
    <>
      <Button onClick={() => setAnswered(true)}>Answer</Button>
      {answered ? (
        <EntryGrid
          layout={layout}
          entries={entries}
          totalCount={24}
          selectedIds={noIds}
          onSelect={() => {}}
          onActivate={() => {}}
        />
      ) : (
        <LoadingResults layout={layout} showOwner count={24} />
      )}
    </>
  );
}

const boxes = (elements: Iterable<Element>): number[][] =>
  [...elements].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left, top, width, height].map((length) => Math.round(length));
  });

/** Each entry lies exactly where its place was held. */
export const NothingMovesInTheGrid: Story = {
  render: () => <Answering layout="grid" />,
  async play({ canvas, canvasElement, userEvent }) {
    const held = boxes(canvasElement.querySelectorAll('.sk-card'));
    await expect(held).toHaveLength(24);
    await userEvent.click(canvas.getByRole('button', { name: 'Answer' }));
    const shown = boxes(await canvas.findAllByRole('gridcell'));
    await expect(shown.length).toBeGreaterThan(4);
    await expect(shown).toEqual(held.slice(0, shown.length));
  },
};

export const NothingMovesInTheList: Story = {
  render: () => <Answering layout="list" />,
  async play({ canvas, canvasElement, userEvent }) {
    const held = boxes(canvasElement.querySelectorAll('.sk-list-row'));
    await expect(held).toHaveLength(25);
    await userEvent.click(canvas.getByRole('button', { name: 'Answer' }));
    await canvas.findAllByRole('gridcell');
    const shown = boxes(canvas.getAllByRole('row'));
    await expect(shown.length).toBeGreaterThan(4);
    await expect(shown).toEqual(held.slice(0, shown.length));
  },
};
