import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { expect, fn } from 'storybook/test';
import { enterStory } from '../testing/stories/enterStory.ts';
import { findCell, findCells, findText, patience } from '../testing/stories/find.ts';
import { openAtelier, openEmptyLibrary } from '../testing/stories/openLibrary.ts';
import { paintedPicture } from '../testing/stories/paintedPicture.ts';
import { showTab, tabParameters } from '../testing/stories/showTab.tsx';
import { FromKalturaTab } from './FromKalturaTab.tsx';

/** Uploading without leaving the library. */
const meta: Meta<typeof FromKalturaTab> = {
  title: 'From Kaltura/Uploading',
  component: FromKalturaTab,
  parameters: { ...tabParameters },
  args: { onImport: fn() },
  render: showTab,
  async beforeEach(context) {
    enterStory(context, await openAtelier(60));
  },
};
export default meta;

type Story = StoryObj<typeof FromKalturaTab>;
type Context = Pick<StoryContext, 'canvas' | 'canvasElement'>;

async function drag(type: 'dragenter' | 'drop', { canvas, canvasElement }: Context): Promise<void> {
  await findCells(canvas);
  // The grid and what catches files come together.
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(await paintedPicture('Roof terrace.png', { width: 2048, height: 1024 }));
  canvasElement
    .querySelector('.sk-root')
    ?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
}

/** The uploader stands where the library stood; one button leads back, and the focus with it. */
export const Open: Story = {
  async play({ canvas, userEvent }) {
    await findCells(canvas);
    await userEvent.click(canvas.getByRole('button', { name: 'Upload' }));
    await canvas.findByRole('button', { name: 'Choose files' }, patience);
    await expect(canvas.getByRole('button', { name: 'Back to the library' })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Back to the library' }));
    await expect(await canvas.findByRole('button', { name: 'Upload' })).toHaveFocus();
    await userEvent.click(canvas.getByRole('button', { name: 'Upload' }));
  },
};

/** Files are above the library. */
export const FilesAbove: Story = {
  async play(context) {
    await drag('dragenter', context);
    await findText(context.canvas, 'Drop to upload to Kaltura');
  },
};

/** What is uploaded is in the grid at once, and in the line below it. */
export const Uploaded: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await drag('drop', context);
    await findText(canvas, /^Looks like 360°/);
    await userEvent.click(canvas.getByRole('radio', { name: '360°' }));
    await userEvent.click(canvas.getByRole('button', { name: 'Upload 1 file' }));
    await findCell(canvas, /^Roof terrace/);
    await findText(canvas, '1 file is in Kaltura');
  },
};

/** The same, opened, on a phone. */
export const UploadedNarrow: Story = {
  globals: { width: 'narrow', theme: 'dark' },
  async play(context) {
    await Uploaded.play?.(context);
    await context.userEvent.click(context.canvas.getByRole('button', { name: 'Show uploads' }));
    await findText(context.canvas, 'Ready');
    await expect(context.canvasElement.querySelector('.sk-root')?.scrollWidth).toBe(375);
  },
};

/** An account in which nothing is theirs yet. */
export const FirstUpload: Story = {
  async beforeEach(context) {
    enterStory(context, await openEmptyLibrary());
  },
  async play({ canvas }) {
    await canvas.findByRole('heading', { name: 'Nothing here yet' }, patience);
    await expect(canvas.getByRole('button', { name: 'Upload' })).toBeEnabled();
  },
};

/** A host whose people only choose. */
export const WithoutUploading: Story = {
  args: { upload: false },
  async play({ canvas }) {
    await findCells(canvas);
    await expect(canvas.queryByRole('button', { name: 'Upload' })).not.toBeInTheDocument();
  },
};
