import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { http, HttpResponse } from 'msw';
import { expect, fn, screen, waitFor } from 'storybook/test';
import { enterStory } from '../testing/stories/enterStory.ts';
import { findCell, findText, patience } from '../testing/stories/find.ts';
import { openAtelier, openUniversity, type OpenLibrary } from '../testing/stories/openLibrary.ts';
import { showTab, tabParameters } from '../testing/stories/showTab.tsx';
import { FromKalturaTab } from './FromKalturaTab.tsx';

/** An entry that was uploaded without its spherical metadata is treated as 360°, and as flat again. */
const meta: Meta<typeof FromKalturaTab> = {
  title: 'From Kaltura/Treat as 360°',
  component: FromKalturaTab,
  parameters: { ...tabParameters },
  args: { onImport: fn() },
  render: showTab,
};
export default meta;

type Story = StoryObj<typeof FromKalturaTab>;
type Playing = Pick<StoryContext<typeof meta>, 'canvas' | 'userEvent'>;

/** Ada's panorama, the newest of her library. */
async function withPanorama(more: { tags?: string; partnerData?: string; name?: string } = {}): Promise<OpenLibrary> {
  const kaltura = await openAtelier(24);
  kaltura.sandbox
    .partner(102)
    .addEntry({ name: 'Roof terrace, stitched', mediaType: 2, userId: kaltura.userId, tags: 'roof', ...more });
  return kaltura;
}

async function openOptions({ canvas, userEvent }: Playing, name: RegExp): Promise<HTMLElement> {
  (await findCell(canvas, name)).focus();
  await userEvent.keyboard('{F2}');
  return screen.findByRole('dialog', { name: 'Treat as 360°' }, patience);
}

async function save({ userEvent }: Playing, shape: RegExp): Promise<void> {
  await userEvent.click(screen.getByRole('radio', { name: shape }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
}

/** F2, or the button that shows under the pointer, opens the question. */
export const Question: Story = {
  async beforeEach(context) {
    enterStory(context, await withPanorama());
  },
  async play(context) {
    await openOptions(context, /^Roof terrace/);
    await expect(screen.getByRole('radio', { name: /^Flat/ })).toHaveFocus();
  },
};

/** The entry is 360° at once; the way back stays until it is dismissed. */
export const Saved: Story = {
  async beforeEach(context) {
    enterStory(context, await withPanorama());
  },
  async play(context) {
    const { canvas } = context;
    await openOptions(context, /^Roof terrace/);
    await save(context, /^360° in 3D, top/);
    await findText(canvas, /is now treated as 360° in 3D, top and bottom/);
    const cell = await findCell(canvas, /^Roof terrace.*360°/);
    await waitFor(() => expect(cell).toHaveFocus());
    await expect(canvas.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
};

/** As it was, tags and all. */
export const Undone: Story = {
  async beforeEach(context) {
    enterStory(
      context,
      await withPanorama({ tags: '360, roof', partnerData: '{"spacesKaltura":1,"stereo":"left-right"}' }),
    );
  },
  async play(context) {
    const { canvas, userEvent } = context;
    await openOptions(context, /^Roof terrace/);
    await save(context, /^Flat/);
    await findText(canvas, /is no longer treated as 360°/);
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }));
    await findText(canvas, /is as it was before/);
    await findCell(canvas, /^Roof terrace.*360°/);
  },
};

/** The list has the button at the end of each row. */
export const InTheList: Story = {
  async beforeEach(context) {
    enterStory(context, await withPanorama());
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'List' }, patience));
    const row = await canvas.findByRole('row', { name: /Roof terrace/ }, patience);
    const [button] = row.querySelectorAll('button');
    if (button) await userEvent.click(button);
    await screen.findByRole('dialog', { name: 'Treat as 360°' }, patience);
  },
};

/** Somebody else’s system keeps its own things where the layout would be noted. */
export const LayoutCannotBeKept: Story = {
  async beforeEach(context) {
    const name = 'Rehearsal in the great hall of the old observatory, second evening, as recorded from the balcony';
    enterStory(context, await withPanorama({ name, partnerData: '{"lms":7}' }));
  },
  async play(context) {
    await openOptions(context, /^Rehearsal/);
    await expect(screen.getByRole('radio', { name: /^360° in 3D, side/ })).toBeDisabled();
    await expect(screen.getByRole('radio', { name: /^360° One/ })).toBeEnabled();
  },
};

/** Everybody sees it, but it is not everybody's to change. */
export const NotYours: Story = {
  async beforeEach(context) {
    const kaltura = await openUniversity(24);
    const account = kaltura.sandbox.partner(103);
    account.addEntry({ name: 'Lecture hall from above', mediaType: 2, userId: 'prof@universite-delta.example' });
    enterStory(context, kaltura);
  },
  async play(context) {
    const { canvas } = context;
    await openOptions(context, /^Lecture hall from above/);
    await save(context, /^360° One/);
    await findText(canvas, /it belongs to prof@universite-delta\.example/);
    await expect(await findCell(canvas, /^Lecture hall from above/)).not.toHaveTextContent('360°');
  },
};

/** Kaltura is away just then: nothing is lost, and it can be tried again. */
export const Failed: Story = {
  async beforeEach(context) {
    enterStory(
      context,
      await withPanorama(),
      http.post('https://kaltura.test/api_v3/service/multirequest', () => new HttpResponse('', { status: 404 })),
    );
  },
  async play(context) {
    const { canvas } = context;
    await openOptions(context, /^Roof terrace/);
    await save(context, /^360° One/);
    await findText(canvas, /stays as it was\. Kaltura sent something unreadable/);
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};
