import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { EntryCard, type EntryItemProps } from './EntryCard.tsx';
import { oddEntries } from './samples/oddEntries.ts';
import { oneEntry } from './samples/sampleEntries.ts';
import { sampleFilmstrip } from './samples/samplePicture.ts';

/** A cell needs its grid around it, for screen readers and for axe. */
const meta: Meta<typeof EntryCard> = {
  title: 'Parts/EntryCard',
  component: EntryCard,
  args: { entry: oneEntry(), tabIndex: 0 },
  render: (args) => <Cards cards={[args]} />,
};
export default meta;

type Story = StoryObj<typeof EntryCard>;

function Cards({ cards }: { cards: readonly EntryItemProps[] }) {
  return (
    <div role="grid" aria-label="Cards" className="story-pad">
      <div role="row" className="story-cards">
        {cards.map((card) => (
          <EntryCard key={card.entry.id} tabIndex={0} {...card} />
        ))}
      </div>
    </div>
  );
}

export const Video: Story = {
  async play({ canvas }) {
    const card = canvas.getByRole('gridcell');
    await expect(card).toHaveAccessibleName(/^Harbour walk at dawn Video 12:34 Nov 18, 2026 · chiara@/);
    await expect(card).toHaveAttribute('aria-selected', 'false');
  },
};

export const Spherical: Story = {
  args: { entry: oneEntry({ spherical: true }) },
  async play({ canvas }) {
    await expect(canvas.getByText('360°')).toBeVisible();
    await expect(canvas.getByRole('gridcell')).toHaveAccessibleName(/^Harbour walk at dawn 360° /);
  },
};

export const Selected: Story = { args: { selected: true } };

export const Imported: Story = {
  args: { imported: true },
  async play({ canvas }) {
    await expect(canvas.getByRole('gridcell')).toHaveAccessibleName(/In this space/);
  },
};

export const Processing: Story = {
  args: { entry: oneEntry({ status: 'processing', durationMs: null, thumbnailUrl: null }) },
};

export const Failed: Story = {
  args: { entry: oneEntry({ status: 'failed', thumbnailUrl: null }), selectable: false },
  async play({ canvas }) {
    const card = canvas.getByRole('gridcell');
    await expect(card).toHaveAttribute('aria-disabled', 'true');
    await expect(card).not.toHaveAttribute('aria-selected');
  },
};

export const BrokenThumbnail: Story = {
  args: { entry: oneEntry({ thumbnailUrl: 'data:image/png;base64,broken' }) },
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByRole('gridcell')).toBeVisible();
    await waitFor(() => expect(canvasElement.querySelector('[data-status="missing"]')).not.toBeNull());
  },
};

/** Under a resting mouse the film is leafed through; leaving brings its picture back. */
export const Filmstrip: Story = {
  args: { entry: oneEntry({ filmstripUrl: sampleFilmstrip() }) },
  async play({ canvasElement }) {
    const picture = canvasElement.querySelector('.sk-thumbnail') as HTMLElement;
    const strip = (): HTMLElement | null => canvasElement.querySelector('.sk-filmstrip');
    const { left, top, width, height } = picture.getBoundingClientRect();
    const at = (share: number): { clientX: number; clientY: number } => ({
      clientX: left + width * share,
      clientY: top + height / 2,
    });
    const user = userEvent.setup();
    await user.pointer({ target: picture, coords: at(0.25) });
    await waitFor(() => expect(strip()).not.toBeNull());
    await user.pointer({ target: picture, coords: at(0.75) });
    const shift = (strip()?.getBoundingClientRect().left ?? 0) - left;
    await expect(Math.round((shift / width) * 10)).toBe(-70);
    await user.unhover(picture);
    await waitFor(() => expect(strip()).toBeNull());
  },
};

/** Everything a card can look like, side by side. */
export const EveryState: Story = {
  render: () => (
    <Cards
      cards={[
        { entry: oneEntry({ id: '1' }) },
        { entry: oneEntry({ id: '2', spherical: true, name: 'Glass house, 360 tour' }), selected: true },
        {
          entry: oneEntry({ id: '3', mediaType: 'image', durationMs: null, plays: null, name: 'Façade' }),
          imported: true,
        },
        { entry: oneEntry({ id: '4', mediaType: 'audio', thumbnailUrl: null, name: 'Night recording' }) },
        {
          entry: oneEntry({
            id: '5',
            status: 'processing',
            durationMs: null,
            thumbnailUrl: null,
            name: 'Fresh upload',
          }),
        },
        { entry: oneEntry({ id: '6', status: 'uploading', durationMs: null, thumbnailUrl: null, name: 'Waiting' }) },
        { entry: oneEntry({ id: '7', status: 'failed', name: 'Broken file' }), selectable: false },
        { entry: oneEntry({ id: '8', status: 'moderated', name: 'Guest lecture' }), selectable: false },
        {
          entry: oneEntry({
            id: '9',
            mediaType: 'image',
            durationMs: null,
            thumbnailUrl: null,
            name: 'No picture yet',
          }),
        },
        { entry: oneEntry({ id: '10', mediaType: 'audio', thumbnailUrl: null, name: 'Chosen sound' }), selected: true },
      ]}
    />
  ),
};

/** Names are text: whatever is in them is shown, never run, and never breaks the card. */
export const OddNames: Story = {
  render: () => <Cards cards={oddEntries().map((entry) => ({ entry }))} />,
  async play({ canvas, canvasElement }) {
    await expect(canvas.getByText('<img src=x onerror=alert(1)> & <b>bold</b>')).toBeVisible();
    await expect(canvasElement.querySelector('bdi b, bdi img')).toBeNull();
    const heights = new Set(canvas.getAllByRole('gridcell').map((card) => card.getBoundingClientRect().height));
    await expect(heights.size).toBe(1);
  },
};
