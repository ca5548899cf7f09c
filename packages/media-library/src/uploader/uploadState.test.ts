import type { UploadItem, UploadProblemCode, UploadStatus, WaitingFor } from '@spaces-kaltura/client/upload';
import { expect, test } from 'vitest';
import { createFormats } from '../messages/Formats.ts';
import { en } from '../messages/uploader/en.ts';
import { sampleItem } from '../testing/sampleItem.ts';
import { createUploadFormats } from './uploadFormats.ts';
import { retryHelps, uploadState } from './uploadState.ts';

const words = { t: en(createFormats('en')), format: createUploadFormats('en') };
const stateOf = (change: Partial<UploadItem>) => uploadState(sampleItem(change), words);

test('a transfer tells how far, how fast and how long, as far as it is known', () => {
  expect(stateOf({}).words).toBe('50% · 3 GB of 6 GB');
  expect(stateOf({ bytesPerSecond: 34e6, secondsLeft: 88 }).words).toBe('50% · 3 GB of 6 GB · 34 MB/s · 1 min left');
  expect(stateOf({ secondsLeft: 2 }).words).toBe('50% · 3 GB of 6 GB · almost there');
});

test('nothing is all there before Kaltura has it all', () => {
  expect(stateOf({ uploadedBytes: 6e9 }).words).toMatch(/^99% /);
  expect(stateOf({ uploadedBytes: 6e9 }).bar?.fraction).toBe(0.99);
  expect(stateOf({ uploadedBytes: 6e9 - 1, status: 'paused' }).words).toBe('Paused at 99%');
});

test('every status says something or why it failed', () => {
  const statuses: UploadStatus[] = ['queued', 'detecting', 'uploading', 'paused', 'attaching', 'converting', 'ready'];
  const said = [...statuses, 'cancelled' as const].map((status) => stateOf({ status }).words);
  expect(new Set(said).size).toBe(8);
  expect(said).not.toContain('');
  expect(stateOf({ status: 'failed' }).problem).toEqual(words.t.problems.internal);
});

test('whatever it waits for is said instead', () => {
  const reasons: WaitingFor[] = ['network', 'session', 'another_tab', 'file'];
  const said = reasons.map((waitingFor) => stateOf({ waitingFor }).words);
  expect(new Set(said).size).toBe(4);
  for (const one of said) expect(one).not.toMatch(/^50%/);
  expect(stateOf({ waitingFor: 'projection' }).words).toMatch(/^50%/);
  expect(stateOf({ waitingFor: 'projection', status: 'attaching' }).words).toBe(words.t.waitsAnswer);
});

test('after a reload it says where it goes on, or that nothing of it has arrived', () => {
  const lost = { status: 'paused', waitingFor: 'file' } as const;
  expect(stateOf(lost).words).toMatch(/^Choose .* again to go on from 50%\./);
  expect(stateOf(lost).bar).toEqual({ fraction: 0.5, status: 'still' });
  expect(stateOf({ ...lost, uploadedBytes: 0 }).words).toMatch(/^Choose .* again to upload it from its start\./);
  expect(stateOf({ ...lost, uploadedBytes: 0 }).bar).toBeNull();
  expect(uploadState(sampleItem({ ...lost, uploadedBytes: 0 }), words, true).words).toMatch(
    /^Interrupted at its start\./,
  );
});

test('whether it is 360° is asked until somebody has answered, or the entry is made', () => {
  const projection = { ...sampleItem().projection, projection: 'equirectangular', confidence: 'likely' } as const;
  expect(stateOf({ projection }).asks).toBe(true);
  expect(stateOf({ projection, status: 'paused', waitingFor: 'file' }).asks).toBe(true);
  expect(stateOf({ projection, status: 'converting' }).asks).toBe(false);
  expect(stateOf({ projection, status: 'paused', waitingFor: 'another_tab' }).asks).toBe(false);
  expect(stateOf({ projection, status: 'failed' }).asks).toBe(false);
  expect(stateOf({ projection: { ...projection, decidedBy: 'person' } }).asks).toBe(false);
});

test('DASH is told as it is', () => {
  const dash = (state: UploadItem['dash'], dashObstacle: UploadItem['dashObstacle'] = null) =>
    stateOf({ status: 'ready', dash: state, dashObstacle });
  expect(dash('pending').words).toBe('Playable. Kaltura is still making DASH…');
  expect(dash('ready')).toMatchObject({ words: 'Ready, streams with DASH', tone: 'success' });
  expect(dash('unavailable', 'no_dash_flavor')).toMatchObject({ tone: 'warning' });
  expect(dash('unavailable', 'no_dash_flavor').words).toMatch(/the conversion profile has no DASH flavor/);
  expect(dash('unavailable', 'dash_flavor_failed').words).toMatch(/could not make the renditions/);
  expect(dash('unavailable', 'not_offered').words).toMatch(/rules offer you no DASH stream/);
  expect(dash(null).words).toBe('Ready');
});

test('trying again is offered where it can help', () => {
  const helps = (code: UploadProblemCode, retriable = false) =>
    retryHelps({ problem: { code, retriable, detail: null } });
  expect(helps('upstream', true)).toBe(true);
  expect(helps('account_blocked')).toBe(true);
  expect(helps('unsafe_text')).toBe(true);
  expect(helps('type_refused')).toBe(false);
  expect(helps('file_changed')).toBe(false);
  expect(helps('forbidden')).toBe(false);
});
