import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { expect, fn, waitFor } from 'storybook/test';
import { picture as header, film, nonsense, sound } from '../testing/sampleUploads.ts';
import { enterStory } from '../testing/stories/enterStory.ts';
import { findHeading, findText, patience } from '../testing/stories/find.ts';
import { openAtelier, openEmptyLibrary } from '../testing/stories/openLibrary.ts';
import { paintedPicture } from '../testing/stories/paintedPicture.ts';
import { refusedWith } from '../testing/stories/refusedWith.ts';
import { LiveHost } from '../testing/stories/UploadsHost.tsx';
import { KalturaUploader, type KalturaUploaderProps } from './KalturaUploader.tsx';

/** The uploader before a whole Kaltura: what is uploaded here arrives there. */
const meta: Meta<typeof KalturaUploader> = {
  title: 'Uploading/Uploader',
  component: KalturaUploader,
  parameters: { root: false, page: 'fill' },
  args: { onImport: fn() },
  async beforeEach(context) {
    enterStory(context, await openEmptyLibrary());
  },
  render: (args, { loaded, globals }) => <Live args={args} context={{ loaded, globals }} />,
};
export default meta;

type Story = StoryObj<typeof KalturaUploader>;
type Canvas = StoryContext['canvas'];

function Live({
  args,
  context,
}: {
  args: KalturaUploaderProps;
  context: Pick<StoryContext, 'loaded' | 'globals'>;
}): ReactElement {
  return (
    <LiveHost context={context}>
      <KalturaUploader {...args} />
    </LiveHost>
  );
}

/** Hands files over as the browser's dialog would. */
async function choose(
  { canvas, canvasElement }: Pick<StoryContext, 'canvas' | 'canvasElement'>,
  ...files: File[]
): Promise<void> {
  await canvas.findByRole('button', { name: /^(Choose files|Choisir des fichiers)$/ }, patience);
  const input = canvasElement.querySelector<HTMLInputElement>('.sk-drop input');
  if (!input) throw new Error('There is nothing to choose files with');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const drafts = async (canvas: Canvas, count: number): Promise<HTMLElement> =>
  canvas.findByRole('button', { name: new RegExp(`^Upload ${count} files?$`) }, patience);

export const Empty: Story = {
  async play({ canvas }) {
    await expect(await canvas.findByRole('button', { name: 'Choose files' }, patience)).toBeEnabled();
    await expect(canvas.getByRole('group', { name: 'Drop videos, images, or sounds here' })).toBeInTheDocument();
  },
};

/** A host that takes only films, not larger than it can use. */
export const Narrowed: Story = {
  args: { accept: ['video'], maxFileBytes: 10e9, maxFiles: 3 },
  async play({ canvas }) {
    await findText(canvas, 'Drop videos here');
    await findText(canvas, 'Up to 10 GB each · 3 files at once');
  },
};

/** Files are above it. */
export const DroppingFiles: Story = {
  async play({ canvas }) {
    const zone = await canvas.findByRole('group', { name: /^Drop videos/ }, patience);
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(header('Hall.jpg'));
    zone.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }));
    await findText(canvas, 'Drop to add');
    await expect(zone).toHaveAttribute('data-drop-target', 'true');
  },
};

/** What is dropped anywhere on it becomes a draft, text that is pasted does not. */
export const Dropped: Story = {
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('button', { name: 'Choose files' }, patience);
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(await paintedPicture('North hall.png', { width: 640, height: 400 }));
    const root = canvasElement.querySelector('.sk-root');
    root?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    await drafts(canvas, 1);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Hall');
    root?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData }));
    await drafts(canvas, 1);
  },
};

/** 360° in words: certain, likely, not, and what has to be made into it first. */
export const Projections: Story = {
  async play(context) {
    const { canvas } = context;
    await choose(
      context,
      film('Dome, both eyes.mp4', { spherical: 'top-bottom' }),
      await paintedPicture('Roof terrace.png', { width: 2048, height: 1024 }),
      film('Front half.mp4', { vr180: true }),
      film('Camera original.mp4', { width: 2880, height: 2880, lenses: true }),
      film('Interview.mp4'),
      sound('Rain.wav'),
    );
    await drafts(canvas, 6);
    await findText(canvas, /^360° detected: spherical metadata, top-bottom\./);
    await findText(canvas, /^Looks like 360°/);
    await findText(canvas, /^This is VR180/);
    await findText(canvas, /^This looks like two fisheye pictures/);
    await findText(canvas, 'Nothing in the file says 360°.');
  },
};

/** What cannot be uploaded is not, and says why; what can be stays. */
export const Refusals: Story = {
  args: { maxFileBytes: 4000, maxFiles: 1 },
  async play(context) {
    const { canvas } = context;
    await choose(
      context,
      new File([], 'Empty.mp4'),
      nonsense('Too large.jpg', 5000),
      nonsense('Letter.docx'),
      nonsense('Renamed.mp4'),
      nonsense('IMG_0012.heic'),
      nonsense('VID_20261126.insv'),
      nonsense('GS010001.360'),
      header('Taken.jpg'),
      header('One too many.jpg'),
    );
    await canvas.findByRole('region', { name: '8 files were not taken' }, patience);
    await drafts(canvas, 1);
  },
};

/** Everything there is to say of a file, said. */
export const Details: Story = {
  async play(context) {
    const { canvas, userEvent } = context;
    await choose(context, await paintedPicture('north_hall_2026.png', { width: 2048, height: 1024 }));
    const name = await canvas.findByRole('textbox', { name: 'Name' }, patience);
    await expect(name).toHaveValue('north hall 2026');
    await userEvent.clear(name);
    await userEvent.type(name, 'North hall');
    await userEvent.click(canvas.getByText('Description and tags'));
    await userEvent.type(
      canvas.getByRole('textbox', { name: 'Description' }),
      'In the morning, before anybody is there.',
    );
    await userEvent.type(canvas.getByRole('textbox', { name: 'Tags' }), 'lobby, glass');
    await userEvent.click(canvas.getByRole('radio', { name: '360°' }));
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Layout of the two eyes' }), 'left-right');
    await findText(canvas, /^You said it is 360°/);
  },
};

/** From the file to an entry that can be imported. */
export const Uploaded: Story = {
  async play(context) {
    const { canvas, userEvent, args } = context;
    await choose(context, await paintedPicture('Poster.png', { width: 640, height: 400 }), sound('Rain.wav'));
    await userEvent.click(await drafts(canvas, 2));
    await userEvent.click(await canvas.findByRole('button', { name: 'Import Poster' }, patience));
    await waitFor(() => expect(args.onImport).toHaveBeenCalledOnce(), patience);
    await findText(canvas, 'In this space');
    await findText(canvas, 'Ready');
  },
};

export const NoRightToUpload: Story = {
  async beforeEach(context) {
    const kaltura = await openEmptyLibrary();
    if (!('session' in kaltura.access)) throw new TypeError('A session is needed');
    const { session } = kaltura.access;
    const get: typeof session.get = async (options) => ({ ...(await session.get(options)), canUpload: false });
    enterStory(context, { ...kaltura, access: { session: { ...session, get } } });
  },
  async play({ canvas }) {
    await findHeading(canvas, 'You cannot upload to this hub’s Kaltura account');
  },
};

export const NotConnected: Story = {
  beforeEach: (context) => enterStory(context, refusedWith('not_connected')),
  async play({ canvas }) {
    await findHeading(canvas, 'This hub is not connected to Kaltura yet');
  },
};

export const NotInThePlan: Story = {
  beforeEach: (context) => enterStory(context, refusedWith('plan_not_entitled')),
  async play({ canvas }) {
    await findHeading(canvas, 'Kaltura is not part of this hub’s plan');
  },
};

export const ManyFiles: Story = {
  async play(context) {
    const { canvas } = context;
    const files = Array.from({ length: 30 }, (_, index) => header(`Slide ${index + 1}.jpg`, { padding: 100 + index }));
    await choose(context, ...files);
    await drafts(canvas, 30);
  },
};

export const LongNames: Story = {
  async play(context) {
    const { canvas, canvasElement } = context;
    await choose(
      context,
      film(`${'A very long name of a film '.repeat(8)}.mp4`),
      film('IMG_20261126_without_any_space_so_that_no_browser_finds_a_place_to_break_the_line_final.mp4'),
      header('مختبر الكيمياء.jpg'),
      nonsense(`${'refused_'.repeat(20)}.docx`),
    );
    await drafts(canvas, 3);
    await expect(canvasElement.ownerDocument.documentElement.scrollWidth).toBe(window.innerWidth);
  },
};

export const Dark: Story = { ...Projections, globals: { theme: 'dark' } };

export const DarkRefusals: Story = { ...Refusals, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Projections, globals: { direction: 'rtl' } };

export const Narrow: Story = {
  ...Projections,
  globals: { width: 'narrow' },
  async play(context) {
    await Projections.play?.(context);
    const root = context.canvasElement.querySelector('.sk-root');
    await expect(root?.scrollWidth).toBe(375);
  },
};

export const NarrowEmpty: Story = { globals: { width: 'narrow' } };

export const French: Story = {
  globals: { locale: 'fr' },
  async beforeEach(context) {
    enterStory(context, await openAtelier(30));
  },
  async play(context) {
    const { canvas } = context;
    await choose(context, film('Dôme.mp4', { spherical: 'top-bottom' }), nonsense('Lettre.docx'));
    await canvas.findByRole('button', { name: 'Envoyer 1 fichier' }, patience);
    await findText(canvas, /^360° détecté : métadonnées sphériques, haut et bas\./);
  },
};
