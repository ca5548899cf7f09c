import type { UploadQueue } from '@spaces-kaltura/client/upload';
import { expect, test, vi } from 'vitest';
import { waitingForFiles } from '../testing/sampleItems.ts';
import { storyQueue } from '../testing/stories/storyQueue.ts';
import { handToWaiting } from './handToWaiting.ts';

const file = (size: number): File => Object.defineProperty(new File([], 'Roof.mp4'), 'size', { value: size });
const handle = {} as FileSystemFileHandle;

test('a file goes to the upload that waits for it, with the way to it', async () => {
  const chooseFile = vi.fn<UploadQueue['chooseFile']>(async (id) => id === 'chosen2');
  const picked = { file: file(6e9), handle };
  expect(await handToWaiting(storyQueue(waitingForFiles, { chooseFile }), picked)).toBe(true);
  expect(chooseFile).toHaveBeenLastCalledWith('chosen2', picked.file, handle);
  expect(await handToWaiting(storyQueue(waitingForFiles, { chooseFile }), picked, ['chosen1'])).toBe(false);
});

test('what nobody waits for goes to nobody', async () => {
  const chooseFile = vi.fn<UploadQueue['chooseFile']>(async () => true);
  const busy = waitingForFiles.map((item) => ({ ...item, waitingFor: null }));
  expect(await handToWaiting(storyQueue(busy, { chooseFile }), { file: file(6e9), handle })).toBe(false);
  expect(await handToWaiting(storyQueue(waitingForFiles, { chooseFile }), { file: file(7), handle })).toBe(false);
  expect(chooseFile).not.toHaveBeenCalled();
});
