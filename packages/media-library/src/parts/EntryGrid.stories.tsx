import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactElement } from 'react';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { EntryGrid, type EntryGridProps } from './EntryGrid.tsx';
import type { LibraryEntry } from './LibraryEntry.ts';
import { LoadMore } from './LoadMore.tsx';
import type { SelectionChange } from './Selection.ts';
import { oddEntries } from './samples/oddEntries.ts';
import { sampleEntries } from './samples/sampleEntries.ts';

const meta: Meta<typeof EntryGrid> = {
  title: 'Parts/EntryGrid',
  component: EntryGrid,
  parameters: { page: 'fill' },
  args: {
    entries: sampleEntries(240),
    totalCount: 240,
    selectedIds: new Set<string>(),
    isSelectable: ({ status }) => status !== 'failed',
    onSelect: fn(),
    onActivate: fn(),
  },
  render: (args) => <Selecting {...args} />,
};
export default meta;

type Story = StoryObj<typeof EntryGrid>;

/** Keeps the selection, as the owner of a grid does. */
function Selecting(props: EntryGridProps): ReactElement {
  const [selected, setSelected] = useState(props.selectedIds);
  const onSelect = (change: SelectionChange): void => {
    props.onSelect(change);
    setSelected((previous) => {
      const next = new Set(previous);
      change.select.forEach(({ id }) => next.add(id));
      change.deselect.forEach(({ id }) => next.delete(id));
      return next;
    });
  };
  return <EntryGrid {...props} selectedIds={selected} onSelect={onSelect} />;
}

const nameOf = (element: Element | null): string => element?.querySelector('.sk-name')?.textContent ?? '';
const focusedIndex = (): number => Number((document.activeElement as HTMLElement | null)?.dataset['index'] ?? -1);
const selectedIndexes = (canvasElement: HTMLElement): number[] =>
  [...canvasElement.querySelectorAll<HTMLElement>('[aria-selected="true"]')].map((cell) =>
    Number(cell.dataset['index']),
  );

export const Many: Story = {
  args: {
    importedIds: new Set(
      sampleEntries(6)
        .map(({ id }) => id)
        .slice(3),
    ),
  },
  async play({ canvas }) {
    const grid = canvas.getByRole('grid', { name: 'Kaltura media' });
    const columns = Number(grid.getAttribute('aria-colcount'));
    await expect(grid).toHaveAttribute('aria-rowcount', String(Math.ceil(240 / columns)));
    await expect(canvas.getAllByRole('gridcell').length).toBeLessThan(80);
  },
};

export const List: Story = {
  args: { layout: 'list' },
  async play({ canvas }) {
    const grid = canvas.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '241');
    await expect(canvas.getAllByRole('row')[1]).toHaveAttribute('aria-rowindex', '2');
  },
};

/** Ten thousand cost what two hundred cost. */
export const TenThousand: Story = {
  args: { entries: sampleEntries(10_000), totalCount: 10_000 },
  async play({ canvas, canvasElement }) {
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThanOrEqual(450);
    canvas.getAllByRole('gridcell')[0]?.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(focusedIndex()).toBe(9_999));
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThanOrEqual(450);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await waitFor(() => expect(focusedIndex()).toBe(0));
  },
};

export const Loading: Story = {
  args: { entries: [], totalCount: null, pending: 24 },
  async play({ canvas }) {
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1');
  },
};

export const LoadingList: Story = { args: { entries: [], totalCount: null, pending: 24, layout: 'list' } };

/** The placeholders of the next page stand exactly where its cards will. */
export const NextPage: Story = {
  args: { entries: sampleEntries(20), totalCount: 240, pending: 12 },
  render: (args) => (
    <Selecting {...args}>
      <LoadMore shown={20} total={240} status="loading" onLoadMore={() => {}} />
    </Selecting>
  ),
  async play({ canvasElement }) {
    const cards = [...canvasElement.querySelectorAll('.sk-virtual-row .sk-card')];
    const heights = new Set(cards.map((card) => Math.round(card.getBoundingClientRect().height)));
    await expect(cards.some((card) => card.getAttribute('data-status') === 'loading')).toBe(true);
    await expect(heights.size).toBe(1);
  },
};

export const OddNames: Story = { args: { entries: oddEntries(), totalCount: oddEntries().length } };

export const OddNamesInList: Story = {
  args: { entries: oddEntries(), totalCount: oddEntries().length, layout: 'list' },
};

export const RightToLeft: Story = {
  args: { entries: [...oddEntries(), ...sampleEntries(60)], totalCount: 71 },
  globals: { direction: 'rtl' },
  async play({ canvas }) {
    canvas.getAllByRole('gridcell')[1]?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(focusedIndex()).toBe(2);
    await userEvent.keyboard('{ArrowRight}');
    await expect(focusedIndex()).toBe(1);
  },
};

/** Tab reaches one cell; the arrows do the rest, and the view follows. */
export const Keyboard: Story = {
  async play({ canvas }) {
    const columns = Number(canvas.getByRole('grid').getAttribute('aria-colcount'));
    await userEvent.tab();
    await expect(focusedIndex()).toBe(0);
    await userEvent.keyboard('{ArrowRight}');
    await expect(focusedIndex()).toBe(1);
    await userEvent.keyboard('{ArrowDown}');
    await expect(focusedIndex()).toBe(1 + columns);
    await userEvent.keyboard('{End}');
    await expect(focusedIndex()).toBe(2 * columns - 1);
    await userEvent.keyboard('{Home}');
    await expect(focusedIndex()).toBe(columns);
    await userEvent.keyboard('{PageDown}{PageDown}');
    await expect(focusedIndex()).toBeGreaterThan(2 * columns);
    const view = canvas.getByRole('grid').parentElement?.getBoundingClientRect();
    const cell = document.activeElement?.getBoundingClientRect();
    await expect(cell && view && cell.top >= view.top && cell.bottom <= view.bottom + 1).toBe(true);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await expect(focusedIndex()).toBe(0);
    await expect(document.querySelectorAll('[tabindex="0"][data-index]').length).toBe(1);
  },
};

export const KeyboardInList: Story = {
  args: { layout: 'list' },
  async play() {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(focusedIndex()).toBe(2);
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect(focusedIndex()).toBe(239);
    await expect(document.activeElement).toHaveAttribute('aria-rowindex', '241');
  },
};

export const Typeahead: Story = {
  async play({ args, canvas }) {
    canvas.getAllByRole('gridcell')[0]?.focus();
    await userEvent.keyboard('le');
    await expect(nameOf(document.activeElement)).toMatch(/^Le/);
    await expect(args.onSelect).not.toHaveBeenCalled();
  },
};

/** Space chooses, Shift extends and takes back, Enter imports; the focus stays on the entry. */
export const SelectingByKeyboard: Story = {
  async play({ args, canvas, canvasElement }) {
    canvas.getAllByRole('gridcell')[0]?.focus();
    await userEvent.keyboard(' ');
    await expect(selectedIndexes(canvasElement)).toEqual([0]);
    await expect(focusedIndex()).toBe(0);
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}');
    await expect(selectedIndexes(canvasElement)).toEqual([0, 1, 2]);
    await userEvent.keyboard(' ');
    await expect(selectedIndexes(canvasElement)).toEqual([0, 1]);
    await userEvent.keyboard('{Enter}');
    await expect(args.onActivate).toHaveBeenCalledWith((args.entries as LibraryEntry[])[2]);
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect(canvasElement.querySelectorAll('[aria-selected="false"]').length).toBe(0);
  },
};

export const SelectingByPointer: Story = {
  async play({ args, canvas, canvasElement }) {
    const cells = canvas.getAllByRole('gridcell');
    const user = userEvent.setup();
    await user.click(cells[1] as HTMLElement);
    await user.keyboard('{Shift>}');
    await user.click(cells[4] as HTMLElement);
    await user.keyboard('{/Shift}');
    await expect(selectedIndexes(canvasElement)).toEqual([1, 2, 3, 4]);
    await expect(focusedIndex()).toBe(4);
    await user.dblClick(cells[0] as HTMLElement);
    await expect(args.onActivate).toHaveBeenCalledTimes(1);
    await expect(selectedIndexes(canvasElement)).toEqual([1, 2, 3, 4]);
  },
};

/** A failed entry can be reached and read, not chosen. */
export const NotSelectable: Story = {
  async play({ args, canvas }) {
    const failed = canvas.getAllByRole('gridcell').find((cell) => cell.dataset['status'] === 'failed');
    await expect(failed).toBeDefined();
    failed?.focus();
    await userEvent.keyboard(' {Enter}');
    await expect(args.onSelect).not.toHaveBeenCalled();
    await expect(args.onActivate).not.toHaveBeenCalled();
  },
};

/** Another width builds the cells anew in other rows: entry and focus stay together. */
export const FocusSurvivesResize: Story = {
  async play({ canvas, canvasElement }) {
    const grid = canvas.getByRole('grid');
    canvas.getAllByRole('gridcell')[0]?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    const index = focusedIndex();
    const before = grid.getAttribute('aria-colcount');
    const page = canvasElement.querySelector<HTMLElement>('.story-page');
    page?.style.setProperty('inline-size', '520px');
    await waitFor(() => expect(grid.getAttribute('aria-colcount')).not.toBe(before));
    await waitFor(() => expect(focusedIndex()).toBe(index));
    page?.style.removeProperty('inline-size');
  },
};

/** Scrolled far away by the wheel, the focused entry is still there for the keyboard. */
export const FocusSurvivesScrolling: Story = {
  args: { entries: sampleEntries(2_000), totalCount: 2_000 },
  async play({ canvas }) {
    const viewport = canvas.getByRole('grid').parentElement as HTMLElement;
    canvas.getAllByRole('gridcell')[0]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    viewport.scrollTop = 20_000;
    await waitFor(() =>
      expect(canvas.getAllByRole('row').some((row) => Number(row.getAttribute('aria-rowindex')) > 50)).toBe(true),
    );
    await expect(focusedIndex()).toBe(1);
    await userEvent.keyboard('{ArrowRight}');
    await expect(focusedIndex()).toBe(2);
    await expect(viewport.scrollTop).toBeLessThan(200);
  },
};
