import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import type { UploadItem } from '@spaces-kaltura/client/upload';
import type { ReactElement } from 'react';
import { expect, fn, spyOn } from 'storybook/test';
import { LibraryRoot, type LibraryTheme } from '../parts/LibraryRoot.tsx';
import {
  failedForEveryCause,
  inEveryStatus,
  manyUploads,
  oddlyNamed,
  waitingForEverything,
  waitingForFiles,
} from '../testing/sampleItems.ts';
import { storyQueue } from '../testing/stories/storyQueue.ts';
import { StillHost } from '../testing/stories/UploadsHost.tsx';
import { TrayPanel, type TrayPanelProps } from './TrayPanel.tsx';

/** The tray with uploads that stand still, one for each thing there is to say about them. */
const meta: Meta<typeof TrayPanel> = {
  title: 'Uploading/Tray',
  component: TrayPanel,
  parameters: { root: false },
  args: { say: fn(), initiallyOpen: true, onImport: fn() },
  render: (args, { globals }) => <StandingStill args={args} globals={globals} />,
};
export default meta;

type Story = StoryObj<typeof TrayPanel>;

function StandingStill({ args, globals }: { args: TrayPanelProps; globals: StoryContext['globals'] }): ReactElement {
  return (
    <StillHost globals={globals}>
      <div className="story-pad">
        <LibraryRoot theme={globals['theme'] as LibraryTheme} layout="tray" locale="en">
          <TrayPanel {...args} />
        </LibraryRoot>
      </div>
    </StillHost>
  );
}

const showing = (items: readonly UploadItem[]): Partial<TrayPanelProps> => ({ queue: storyQueue(items) });

export const EveryStatus: Story = {
  args: showing(inEveryStatus),
  async play({ canvas }) {
    await expect(canvas.getByText('50% · 3 GB of 6 GB · 34 MB/s · 1 min left')).toBeInTheDocument();
    await expect(canvas.getByText('Ready, streams with DASH')).toBeInTheDocument();
    await expect(canvas.getAllByRole('progressbar').length).toBeGreaterThan(4);
    await expect(canvas.getByRole('button', { name: 'Pause Uploading' })).toBeEnabled();
    await expect(canvas.getByRole('button', { name: 'Import Converting' })).toBeEnabled();
  },
};

export const EverythingThatIsWaitedFor: Story = {
  args: showing(waitingForEverything),
  async play({ canvas }) {
    await expect(canvas.getByText('Waits for the network and goes on by itself.')).toBeInTheDocument();
    await expect(canvas.getAllByRole('button', { name: 'Choose the file again' })).toHaveLength(2);
    await expect(canvas.getAllByRole('button', { name: 'Yes, 360°' })).toHaveLength(2);
    await canvas.findByText(/^This hub is not connected to Kaltura yet/);
  },
};

/** A private window that keeps no records: a reload would forget what is under way. */
export const NothingIsKept: Story = {
  args: showing(waitingForEverything.slice(0, 2)),
  beforeEach() {
    const refusing = spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Refused', 'InvalidStateError');
    });
    return () => refusing.mockRestore();
  },
  async play({ canvas }) {
    await canvas.findByText(/^This browser keeps nothing here/);
  },
};

const reopen = fn(async () => true);

/** After a reload, where the browser has kept a way to the file. */
export const OneClickToResume: Story = {
  args: {
    queue: storyQueue(waitingForEverything.slice(3, 4), {
      handleOf: () => ({}) as FileSystemFileHandle,
      reopen,
    }),
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Resume' }));
    await expect(reopen).toHaveBeenCalledOnce();
  },
};

const reopenEach = fn(async () => true);

/** After a reload, when several were under way or waited for their turn. */
export const SeveralWaitForTheirFiles: Story = {
  args: {
    queue: storyQueue(waitingForFiles, {
      handleOf: (id) => (id.startsWith('dropped') ? ({} as FileSystemFileHandle) : null),
      reopen: reopenEach,
    }),
  },
  async play({ canvas, userEvent }) {
    await expect(canvas.getByText(/^Choose Roof.mp4 again to upload it/)).toBeInTheDocument();
    await expect(canvas.getByRole('button', { name: 'Choose the 2 files again' })).toBeEnabled();
    await userEvent.click(canvas.getByRole('button', { name: 'Resume 2 uploads' }));
    await expect(reopenEach).toHaveBeenCalledTimes(2);
  },
};

export const EveryFailure: Story = {
  args: showing(failedForEveryCause),
  async play({ canvas }) {
    await expect(canvas.getByText('The Kaltura account is blocked or full.')).toBeInTheDocument();
    await expect(canvas.getByRole('button', { name: 'Change details' })).toBeEnabled();
    // Room, a session, a profile, a text, and what nobody expected: everything else would only fail again.
    await expect(canvas.getAllByRole('button', { name: 'Try again' })).toHaveLength(6);
  },
};

const edit = fn();

/** The name is changed, then it is tried again. */
export const ChangingDetails: Story = {
  args: {
    queue: storyQueue(
      failedForEveryCause.filter(({ problem }) => problem?.code === 'unsafe_text'),
      { edit },
    ),
  },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Change details' }));
    const name = canvas.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Plans');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await expect(edit).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ name: 'Plans' }));
  },
};

export const Collapsed: Story = {
  args: { ...showing(manyUploads), initiallyOpen: false },
  async play({ canvas, userEvent }) {
    await expect(canvas.getByText('Uploading 15 files')).toBeInTheDocument();
    await expect(canvas.queryByRole('list')).not.toBeInTheDocument();
    await userEvent.click(canvas.getByRole('button', { name: 'Show uploads' }));
    await expect(canvas.getAllByRole('listitem')).toHaveLength(24);
    await userEvent.click(canvas.getByRole('button', { name: 'Hide uploads' }));
  },
};

export const Many: Story = {
  args: showing(manyUploads),
  async play({ canvas, args, userEvent }) {
    const forget = fn();
    Object.assign(args.queue, { forget });
    await userEvent.click(canvas.getByRole('button', { name: 'Clear finished' }));
    await expect(forget).toHaveBeenCalledWith(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  },
};

export const AllDone: Story = { args: showing(manyUploads.slice(0, 3)) };

/** Names of any length, from right to left, of emoji, and with HTML that stays text. */
export const OddNames: Story = {
  args: showing(oddlyNamed),
  async play({ canvasElement }) {
    await expect(canvasElement.querySelector('.sk-upload-name b, .sk-upload-name script')).toBeNull();
    await expect(canvasElement.ownerDocument.documentElement.scrollWidth).toBe(window.innerWidth);
  },
};

export const Dark: Story = { args: showing(inEveryStatus), globals: { theme: 'dark' } };

export const DarkWaiting: Story = { args: showing(waitingForEverything), globals: { theme: 'dark' } };

export const RightToLeft: Story = { args: showing(inEveryStatus), globals: { direction: 'rtl' } };

export const Narrow: Story = {
  args: showing([...waitingForEverything, ...oddlyNamed]),
  globals: { width: 'narrow' },
  async play({ canvasElement }) {
    const root = canvasElement.querySelector('.sk-root');
    await expect(root?.scrollWidth).toBe(root?.clientWidth);
  },
};

export const French: Story = {
  args: showing([...inEveryStatus, ...waitingForEverything.map((item) => ({ ...item, id: `w${item.id}` }))]),
  globals: { locale: 'fr' },
  async play({ canvas }) {
    await canvas.findByText('Prêt, diffusé en DASH');
  },
};
