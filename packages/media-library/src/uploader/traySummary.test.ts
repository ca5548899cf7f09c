import type { UploadItem } from '@spaces-kaltura/client/upload';
import { expect, test } from 'vitest';
import { createFormats } from '../messages/Formats.ts';
import { en } from '../messages/uploader/en.ts';
import { sampleItem } from '../testing/sampleItem.ts';
import { traySummary } from './traySummary.ts';
import { createUploadFormats } from './uploadFormats.ts';

const words = { t: en(createFormats('en')), format: createUploadFormats('en') };
const summary = (...changes: Partial<UploadItem>[]) =>
  traySummary(
    changes.map((change, index) => sampleItem({ id: String(index), ...change })),
    words,
  );
const done = { status: 'ready', dash: 'ready', uploadedBytes: 6e9 } as const;
const failed = { status: 'failed', problem: { code: 'upstream', retriable: true, detail: null } } as const;
const likely = { ...sampleItem().projection, confidence: 'likely' } as const;

test('what runs is told with how far, how fast and how long all of it is', () => {
  expect(summary({ bytesPerSecond: 20e6 }, { bytesPerSecond: 10e6 }, done)).toEqual({
    title: 'Uploading 2 files',
    text: '66% · 30 MB/s · 3 min left',
    fraction: 12 / 18,
    moving: true,
    tone: 'accent',
  });
});

test('questions and failures come before speed', () => {
  expect(summary({ projection: likely }, failed)).toMatchObject({
    text: '50% · 1 upload has a question · 1 upload failed',
    tone: 'warning',
  });
});

test('without anything running, what waits for a person comes first', () => {
  const paused = { status: 'paused' } as const;
  const lost = { ...paused, waitingFor: 'file' } as const;
  const converting = { status: 'converting', uploadedBytes: 6e9 } as const;
  expect(summary(lost, paused, failed, converting)).toMatchObject({
    title: '1 upload waits for its file',
    moving: false,
  });
  expect(summary(paused, failed, converting).title).toBe('1 upload is paused');
  expect(summary(failed, converting)).toMatchObject({ title: '1 upload failed', fraction: null, tone: 'danger' });
  expect(summary(converting, done).title).toBe('Kaltura is processing 1 file');
  expect(summary(done, done)).toMatchObject({ title: '2 files are in Kaltura', tone: 'success' });
});

test('beside a question there is room for how long, not for how fast', () => {
  expect(summary({ projection: likely, bytesPerSecond: 30e6 }).text).toBe('50% · 1 upload has a question · 2 min left');
});

test('when everything is there but an answer, nothing is said to be on its way', () => {
  const asks = { status: 'attaching', waitingFor: 'projection', projection: likely, uploadedBytes: 6e9 } as const;
  expect(summary(asks, done)).toEqual({
    title: '1 upload has a question',
    text: '',
    fraction: null,
    moving: false,
    tone: 'warning',
  });
  expect(summary(asks, {}).title).toBe('Uploading 1 file');
});

test('what holds everything up is said', () => {
  const queued = { status: 'queued', uploadedBytes: 0 } as const;
  const offline = { waitingFor: 'network' } as const;
  expect(summary(offline, queued)).toMatchObject({
    text: '25% · Waits for the network and goes on by itself.',
    moving: false,
    tone: 'warning',
  });
  expect(summary({ waitingFor: 'kaltura' }, queued).text).toBe(
    '25% · Waits for Kaltura to recover, and goes on by itself.',
  );
  expect(summary(offline, { bytesPerSecond: 10e6 })).toMatchObject({
    text: '50% · 10 MB/s · 10 min left',
    moving: true,
  });
});

test('what was cancelled counts for nothing, and the whole is never all there before it is', () => {
  expect(summary(done, { status: 'cancelled' }).title).toBe('1 file is in Kaltura');
  expect(summary({ status: 'cancelled' })).toMatchObject({ title: '1 upload was cancelled', tone: 'neutral' });
  expect(summary({ uploadedBytes: 6e9 }).fraction).toBe(0.99);
});
