import type { Meta, StoryObj } from '@storybook/react-vite';
import { delay, http } from 'msw';
import { expect, fn, waitFor } from 'storybook/test';
import { enterStory } from '../testing/stories/enterStory.ts';
import {
  cellAt,
  findCell,
  findCells,
  findCount,
  findHeading,
  findText,
  shownNames,
  patience,
  shownCount,
} from '../testing/stories/find.ts';
import { openAtelier, openBigLibrary, openEmptyLibrary, openUniversity } from '../testing/stories/openLibrary.ts';
import { serviceUrl } from '../testing/stories/StoryKaltura.ts';
import { showTab, tabParameters } from '../testing/stories/showTab.tsx';
import { FromKalturaTab } from './FromKalturaTab.tsx';

/** The tab before a whole Kaltura: what is typed and clicked here is searched, sorted and counted there. */
const meta: Meta<typeof FromKalturaTab> = {
  title: 'From Kaltura/Browsing',
  component: FromKalturaTab,
  parameters: { ...tabParameters },
  args: { onImport: fn() },
  render: showTab,
};
export default meta;

type Story = StoryObj<typeof FromKalturaTab>;

/** A participant whose hub shows people their own media. */
export const Many: Story = {
  async beforeEach(context) {
    enterStory(context, await openAtelier());
  },
  async play({ canvas, canvasElement }) {
    await expect(await findCount(canvas)).toBeGreaterThan(60);
    await expect(canvas.queryByRole('radiogroup', { name: 'Whose media' })).not.toBeInTheDocument();
    const pictures = (): HTMLImageElement[] => [...canvasElement.querySelectorAll('img')];
    await waitFor(
      () => expect(pictures().filter((picture) => picture.naturalWidth > 100).length).toBeGreaterThan(4),
      patience,
    );
  },
};

/** The next page comes by a button, below what is loaded. */
export const NextPage: Story = {
  args: { pageSize: 24 },
  async beforeEach(context) {
    enterStory(context, await openAtelier());
  },
  async play({ canvas, userEvent }) {
    await findCount(canvas);
    await userEvent.click(await canvas.findByRole('button', { name: 'Load more' }));
    // Entries of the same second may be on both pages, and are shown once.
    await findText(canvas, /^4\d of \d+ shown$/);
  },
};

/** A hub that shows everybody everything, with the way to one's own. */
export const AllContent: Story = {
  async beforeEach(context) {
    enterStory(context, await openUniversity());
  },
  async play({ canvas, userEvent }) {
    const all = await findCount(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'Mine' }));
    await waitFor(() => expect(shownCount(canvas)).toBeLessThan(all), patience);
    await userEvent.click(canvas.getByRole('radio', { name: 'Everyone’s' }));
    await waitFor(() => expect(shownCount(canvas)).toBe(all), patience);
  },
};

export const ListView: Story = {
  async beforeEach(context) {
    enterStory(context, await openUniversity());
  },
  async play({ canvas, userEvent }) {
    await findCount(canvas);
    await userEvent.click(canvas.getByRole('radio', { name: 'List' }));
    await expect(await canvas.findByRole('columnheader', { name: 'Length' })).toBeInTheDocument();
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-colcount', '7');
  },
};

/** Kaltura takes its time: the places of the first entries are held. */
export const Loading: Story = {
  async beforeEach(context) {
    const never = http.post(`${serviceUrl}/api_v3/service/media/*`, () => delay('infinite'));
    enterStory(context, await openEmptyLibrary(), never);
  },
  async play({ canvas }) {
    await expect(await canvas.findByRole('searchbox')).toBeInTheDocument();
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-busy', 'true');
    await expect(canvas.queryAllByRole('gridcell')).toEqual([]);
  },
};

/** Ten thousand entries, a hundred at a time: only what is in sight is built. */
export const TenThousand: Story = {
  args: { pageSize: 100 },
  beforeEach(context) {
    enterStory(context, openBigLibrary());
  },
  async play({ canvas, canvasElement, userEvent }) {
    await expect(await findCount(canvas)).toBe(10_000);
    await findCells(canvas);
    cellAt(canvas, 0).focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(cellAt(canvas, 99)).toHaveFocus(), patience);
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(900);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await waitFor(() => expect(cellAt(canvas, 0)).toHaveFocus(), patience);
  },
};

/** Somebody who has just joined: nothing is theirs, and nothing hides anything. */
export const Empty: Story = {
  async beforeEach(context) {
    enterStory(context, await openEmptyLibrary());
  },
  async play({ canvas }) {
    await findHeading(canvas, 'Nothing here yet');
    await expect(canvas.queryByRole('button', { name: 'Clear filters' })).not.toBeInTheDocument();
  },
};

export const NoResult: Story = {
  async beforeEach(context) {
    enterStory(context, await openAtelier(60));
  },
  async play({ canvas, userEvent }) {
    await findCount(canvas);
    await userEvent.type(canvas.getByRole('searchbox'), 'zeppelin');
    await findHeading(canvas, 'Nothing found for “zeppelin”');
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }));
    await findCells(canvas);
    await userEvent.type(canvas.getByRole('searchbox'), 'zeppelin');
    await findHeading(canvas, 'Nothing found for “zeppelin”');
  },
};

/** A turntable tagged `360deg` turns, but is no sphere: the hint tells which tag Kaltura needs. */
export const NoResult360: Story = {
  async beforeEach(context) {
    enterStory(context, await openUniversity(60));
  },
  async play({ canvas, userEvent }) {
    await findCount(canvas);
    await userEvent.type(canvas.getByRole('searchbox'), 'turntable');
    await findCell(canvas, /^Turntable/);
    await userEvent.click(canvas.getByRole('button', { name: '360° only' }));
    await findHeading(canvas, 'Nothing found for “turntable”');
    await expect(canvas.getByText(/Only media tagged “360”/)).toBeInTheDocument();
  },
};

/** A search sorts by relevance; without it, the order from before is back. */
export const SearchFlow: Story = {
  async beforeEach(context) {
    enterStory(context, await openUniversity());
  },
  async play({ canvas, userEvent }) {
    const all = await findCount(canvas);
    const sort = canvas.getByRole('combobox', { name: 'Sort by' });
    await userEvent.selectOptions(sort, 'Name');
    await waitFor(() => expect(shownNames(canvas)[0]).toMatch(/^"Quotes"/), patience);

    await userEvent.type(canvas.getByRole('searchbox'), 'library');
    await waitFor(() => expect(shownCount(canvas)).toBeLessThan(all), patience);
    await expect(sort).toHaveDisplayValue('Relevance');

    await userEvent.click(canvas.getByRole('button', { name: 'Clear search' }));
    await waitFor(() => expect(shownCount(canvas)).toBe(all), patience);
    await expect(sort).toHaveDisplayValue('Name');
    await expect(canvas.getByRole('searchbox')).toHaveFocus();
  },
};
