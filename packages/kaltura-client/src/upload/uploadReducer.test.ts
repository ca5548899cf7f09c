import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLAT, isActive, isSettled, type UploadItem, type UploadStatus } from './UploadItem.ts';
import { canHappen, uploadReducer, type UploadEvent } from './uploadReducer.ts';

const item: UploadItem = {
  id: 'u1',
  status: 'queued',
  waitingFor: null,
  dash: 'pending',
  dashObstacle: null,
  fileName: 'film.mp4',
  size: 1000,
  mediaType: 'video',
  metadata: { name: 'Film', description: '', tags: [] },
  projection: FLAT,
  uploadedBytes: 0,
  bytesPerSecond: null,
  secondsLeft: null,
  entryId: null,
  problem: null,
  createdAt: 0,
};
const likely = { ...FLAT, projection: 'equirectangular', confidence: 'likely', evidence: ['ratio.2_1'] } as const;
const said = { ...FLAT, confidence: 'certain', decidedBy: 'person' } as const;
const problem = { code: 'upstream', retriable: true, detail: null } as const;
const run = (events: readonly UploadEvent[], from: UploadItem = item): UploadItem => events.reduce(uploadReducer, from);

const events: Record<UploadEvent['type'], UploadEvent> = {
  started: { type: 'started' },
  detected: { type: 'detected', projection: likely },
  progressed: { type: 'progressed', uploadedBytes: 10, bytesPerSecond: 5, secondsLeft: 198 },
  blocked: { type: 'blocked', by: 'network' },
  unblocked: { type: 'unblocked' },
  answered: { type: 'answered', projection: said },
  edited: { type: 'edited', metadata: { name: 'Other' } },
  paused: { type: 'paused', because: problem },
  resumed: { type: 'resumed' },
  bytesArrived: { type: 'bytesArrived' },
  attached: { type: 'attached', entryId: '0_a' },
  entryReady: { type: 'entryReady', dash: 'pending' },
  dashVerified: { type: 'dashVerified', dash: 'ready' },
  failed: { type: 'failed', problem },
  retried: { type: 'retried' },
  cancelled: { type: 'cancelled' },
};

test('walks from the queue to a verified DASH stream', () => {
  const end = run([
    events.started,
    { type: 'detected', projection: FLAT },
    events.progressed,
    events.bytesArrived,
    events.attached,
    events.entryReady,
    events.dashVerified,
  ]);
  expect(end).toMatchObject({ status: 'ready', dash: 'ready', uploadedBytes: 1000, entryId: '0_a', waitingFor: null });
});

test('the question about 360° holds back nothing but attaching, and shows when nothing more pressing does', () => {
  const asked = run([events.started, events.detected]);
  expect(asked).toMatchObject({ status: 'uploading', waitingFor: 'projection' });
  const offline = run([events.blocked], asked);
  expect(offline.waitingFor).toBe('network');
  expect(run([events.unblocked], offline).waitingFor).toBe('projection');
  expect(run([events.bytesArrived], asked)).toMatchObject({ status: 'attaching', waitingFor: 'projection' });
  expect(run([events.answered], asked)).toMatchObject({ waitingFor: null, projection: said });
});

test('what a person said before the file was read stands', () => {
  const { projection } = run([events.answered, events.started, events.detected]);
  expect(projection).toEqual({ ...said, evidence: likely.evidence });
});

test('a pause keeps what has arrived; going on queues again', () => {
  const paused = run([events.started, events.detected, events.progressed, events.paused]);
  expect(paused).toMatchObject({ status: 'paused', uploadedBytes: 10, bytesPerSecond: null, waitingFor: null });
  expect(run([events.resumed], paused)).toMatchObject({ status: 'queued', uploadedBytes: 10 });
});

test('an impossible event throws with both names', () => {
  expect(() => uploadReducer({ ...item, status: 'ready' }, events.paused)).toThrow(
    new TypeError("An upload that is ready can't be paused"),
  );
  expect(() => uploadReducer(item, events.attached)).toThrow("An upload that is queued can't be attached");
});

function outcomeOf(from: UploadItem, event: UploadEvent): { item: UploadItem; threw: boolean } {
  try {
    return { item: uploadReducer(Object.freeze(structuredClone(from)), event), threw: false };
  } catch (error) {
    return { item: from, threw: error instanceof TypeError };
  }
}

test('in every sequence: known events move it, others throw and change nothing, the facts fit the status', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.values(events)), { maxLength: 40 }), (sequence) => {
      let current = item;
      for (const event of sequence) {
        const outcome = outcomeOf(current, event);
        expect(outcome.threw).toBe(!canHappen(current.status, event.type));
        current = outcome.item;
        const { status, problem: reason, entryId, waitingFor, uploadedBytes, size } = current;
        expect({ status, hasProblem: reason !== null }).not.toEqual({ status: 'failed', hasProblem: false });
        expect(entryId === null && (status === 'converting' || status === 'ready')).toBe(false);
        expect(reason !== null && !['failed', 'paused'].includes(status)).toBe(false);
        expect(waitingFor !== null && isSettled(current)).toBe(false);
        expect((current.bytesPerSecond ?? current.secondsLeft) !== null && status !== 'uploading').toBe(false);
        expect(status === 'ready' || status === 'failed' || current.dash === 'pending').toBe(true);
        expect(isActive(current) && isSettled(current)).toBe(false);
        expect(uploadedBytes).toBeLessThanOrEqual(size);
      }
    }),
    { numRuns: 500 },
  );
});

test('every status but the last ones has a way on', () => {
  const statuses: UploadStatus[] = ['queued', 'detecting', 'uploading', 'paused', 'attaching', 'converting', 'failed'];
  for (const status of statuses) expect(Object.values(events).some(({ type }) => canHappen(status, type))).toBe(true);
  expect(Object.values(events).some(({ type }) => canHappen('cancelled', type))).toBe(false);
});
