import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { enterStory } from '../testing/stories/enterStory.ts';
import { cellAt, findCell, findCells, findCount, findText, shownNames } from '../testing/stories/find.ts';
import { openUniversity } from '../testing/stories/openLibrary.ts';
import { showTab, tabParameters } from '../testing/stories/showTab.tsx';
import { FromKalturaTab } from './FromKalturaTab.tsx';

/** The same library in other names, directions, languages, schemes and widths. */
const meta: Meta<typeof FromKalturaTab> = {
  title: 'From Kaltura/Appearance',
  component: FromKalturaTab,
  parameters: { ...tabParameters },
  args: { onImport: fn() },
  render: showTab,
  async beforeEach(context) {
    enterStory(context, await openUniversity());
  },
};
export default meta;

type Story = StoryObj<typeof FromKalturaTab>;

/** Names of ten thousand letters, from right to left, of emoji, and with HTML that stays text. */
export const LongRtlEmojiHtmlNames: Story = {
  async beforeEach(context) {
    enterStory(context, await openUniversity(30));
  },
  async play({ canvas, canvasElement, userEvent }) {
    await findCount(canvas);
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Sort by' }), 'Name');
    await findCell(canvas, /^<b>Bold plans<\/b> & <script>/);
    await findCell(canvas, /^👩🏽‍🔬/u);
    await findCell(canvas, /^مختبر الكيمياء/);
    await expect(canvasElement.querySelector('.sk-name b, .sk-name script')).toBeNull();
    await expect(canvasElement.ownerDocument.documentElement.scrollWidth).toBe(window.innerWidth);
    await expect(shownNames(canvas).every((name) => name.length <= 300)).toBe(true);
  },
};

/** Everything is mirrored, the arrow keys too; names keep the direction of their script. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  async play({ canvas, userEvent }) {
    await findCells(canvas);
    cellAt(canvas, 0).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(cellAt(canvas, 1)).toHaveFocus();
    const [first, second] = [cellAt(canvas, 0), cellAt(canvas, 1)].map((cell) => cell.getBoundingClientRect().left);
    await expect(first).toBeGreaterThan(second ?? Infinity);
  },
};

export const French: Story = {
  globals: { locale: 'fr' },
  async play({ canvas, userEvent }) {
    await findText(canvas, /résultats$/);
    await expect(canvas.getByRole('searchbox', { name: 'Rechercher dans Kaltura' })).toBeInTheDocument();
    await userEvent.click(cellAt(canvas, 0));
    await expect(canvas.getByRole('button', { name: 'Importer 1 élément' })).toBeEnabled();
  },
};

export const Dark: Story = {
  globals: { theme: 'dark' },
  async play({ canvas, canvasElement, userEvent }) {
    await findCells(canvas);
    await userEvent.click(cellAt(canvas, 1));
    await findText(canvas, '1 selected');
    await expect(canvasElement.querySelector('.sk-root')).toHaveAttribute('data-sk-theme', 'dark');
  },
};

export const DarkList: Story = {
  globals: { theme: 'dark' },
  async play({ canvas, userEvent }) {
    await findCells(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'List' }));
    await canvas.findByRole('columnheader', { name: 'Length' });
  },
};

/** On a phone: the tab keeps to its width, and the grid to two columns. */
export const Narrow: Story = {
  globals: { width: 'narrow' },
  async play({ canvas, canvasElement, userEvent }) {
    await findCells(canvas);
    await userEvent.click(cellAt(canvas, 0));
    await findText(canvas, '1 selected');
    const root = canvasElement.querySelector('.sk-root');
    await expect(root?.clientWidth).toBe(375);
    await expect(root?.scrollWidth).toBe(375);
  },
};

export const NarrowList: Story = {
  globals: { width: 'narrow' },
  async play({ canvas, canvasElement, userEvent }) {
    await findCells(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'List' }));
    await canvas.findByRole('columnheader', { name: 'Name' });
    await expect(canvasElement.querySelector('.sk-root')?.scrollWidth).toBe(375);
  },
};
