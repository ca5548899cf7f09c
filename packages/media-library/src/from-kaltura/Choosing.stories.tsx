import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, waitFor } from 'storybook/test';
import { enterStory } from '../testing/stories/enterStory.ts';
import { cellAt, findCell, findCells, findCount, findText, patience, shownCount } from '../testing/stories/find.ts';
import { openAtelier, openUniversity } from '../testing/stories/openLibrary.ts';
import { showTab, tabParameters } from '../testing/stories/showTab.tsx';
import { FromKalturaTab } from './FromKalturaTab.tsx';

/** From the first entry that is chosen to the last that is imported. */
const meta: Meta<typeof FromKalturaTab> = {
  title: 'From Kaltura/Choosing',
  component: FromKalturaTab,
  parameters: { ...tabParameters },
  args: { onImport: fn() },
  render: showTab,
};
export default meta;

type Story = StoryObj<typeof FromKalturaTab>;

/** What is chosen stays so while another search hides it. */
export const Selection: Story = {
  args: { maxSelectable: 3 },
  async beforeEach(context) {
    enterStory(context, await openUniversity(60));
  },
  async play({ canvas, userEvent }) {
    const all = await findCount(canvas);
    await userEvent.click(cellAt(canvas, 0));
    await userEvent.click(cellAt(canvas, 1));
    await findText(canvas, '2 of 3 selected');

    await userEvent.type(canvas.getByRole('searchbox'), 'img_4032');
    await findText(canvas, '2 results');
    await findText(canvas, '2 of 3 selected');
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search' }));

    await waitFor(() => expect(shownCount(canvas)).toBe(all), patience);
    await expect(cellAt(canvas, 1)).toHaveAttribute('aria-selected', 'true');
    await userEvent.click(cellAt(canvas, 2));
    await userEvent.click(cellAt(canvas, 3));
    await expect(cellAt(canvas, 3)).toHaveAttribute('aria-selected', 'false');
    await findText(canvas, 'You can select up to 3 items.');
  },
};

/** What the space already has says so, and may be imported again. */
export const AlreadyImported: Story = {
  async beforeEach(context) {
    enterStory(context, await openUniversity(60));
  },
  async play({ args, canvas, userEvent }) {
    await findCount(canvas);
    for (const index of [0, 1, 2]) await userEvent.click(cellAt(canvas, index));
    await userEvent.click(canvas.getByRole('button', { name: 'Import 3 items' }));
    await findText(canvas, '3 items imported.');
    await expect(args.onImport).toHaveBeenCalledWith(
      Array.from({ length: 3 }, () => expect.objectContaining({ source: 'kaltura' })),
    );
    for (const index of [0, 1, 2]) await expect(cellAt(canvas, index)).toHaveTextContent('In this space');
    await expect(cellAt(canvas, 3)).not.toHaveTextContent('In this space');
  },
};

/** The space does not take it: nothing is lost. */
export const ImportFailed: Story = {
  args: { onImport: fn(() => Promise.reject(new Error('The space is full'))) },
  async beforeEach(context) {
    enterStory(context, await openAtelier(60));
  },
  async play({ canvas, userEvent }) {
    await findCells(canvas);
    const ready = canvas.getAllByRole('gridcell').find((cell) => cell.dataset['status'] === 'ready');
    if (ready) await userEvent.click(ready);
    await userEvent.click(canvas.getByRole('button', { name: 'Import 1 item' }));
    await findText(canvas, 'Nothing was imported. Your selection is kept; try again.');
    await findText(canvas, '1 selected');
  },
};

/** One's own media on its way can be chosen already; what failed cannot. */
export const ProcessingAndFailed: Story = {
  async beforeEach(context) {
    const kaltura = await openAtelier(40);
    const account = kaltura.sandbox.partner(102);
    const own = { mediaType: 1, userId: kaltura.userId };
    account.addEntry({ ...own, name: 'Opening night, recorded just now', status: 1 });
    account.addEntry({ ...own, name: 'Roof terrace 360°, on its way from the camera', status: 0, tags: '360' });
    account.addEntry({ ...own, name: 'Broken_export_final.avi', status: -1 });
    enterStory(context, kaltura);
  },
  async play({ canvas, userEvent }) {
    const processing = await findCell(canvas, /^Opening night.*Processing/);
    const failed = await findCell(canvas, /^Broken_export.*Failed/);
    await expect(failed).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(failed);
    await findText(canvas, 'Choose media to import.');
    await userEvent.click(processing);
    await findText(canvas, 'Still processing in Kaltura: it becomes playable by itself.');
  },
};
