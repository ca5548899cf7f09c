import type { UploadItem, UploadProblemCode } from '@spaces-kaltura/client/upload';
import { sampleItem } from './sampleItem.ts';

const passing: ReadonlySet<UploadProblemCode> = new Set(['session_refused', 'profile_unknown', 'upstream']);
const sphere = {
  projection: 'equirectangular',
  stereoMode: 'top-bottom',
  confidence: 'certain',
  decidedBy: 'file',
  evidence: ['mp4.sv3d'],
} as const;
const likely = {
  ...sphere,
  stereoMode: 'mono',
  confidence: 'likely',
  decidedBy: 'nobody',
  evidence: ['ratio.2_1'],
} as const;
const named = (id: string, name: string, change: Partial<UploadItem> = {}): UploadItem =>
  sampleItem({ id, metadata: { name, description: '', tags: [] }, fileName: `${name}.mp4`, ...change });
const paced = { bytesPerSecond: 34e6, secondsLeft: 88 } as const;
const nothing = { uploadedBytes: 0 } as const;
const whole = { uploadedBytes: 6e9, entryId: '0_abc' } as const;
const withoutDash = { status: 'ready', dash: 'unavailable', ...whole } as const;

/** One upload in each status. */
export const inEveryStatus: readonly UploadItem[] = [
  named('1', 'Queued', { status: 'queued', ...nothing }),
  named('2', 'Detecting', { status: 'detecting', ...nothing }),
  named('3', 'Uploading', { ...paced, projection: sphere }),
  named('4', 'Paused', { status: 'paused' }),
  named('5', 'Attaching', { status: 'attaching', uploadedBytes: 6e9 }),
  named('6', 'Converting', { status: 'converting', ...whole }),
  named('7', 'Playable, DASH pending', { status: 'ready', ...whole }),
  named('8', 'DASH ready', { status: 'ready', dash: 'ready', ...whole }),
  named('9', 'DASH not available: no flavor', { ...withoutDash, dashObstacle: 'no_dash_flavor' }),
  named('9a', 'DASH not available: failed', { ...withoutDash, dashObstacle: 'dash_flavor_failed' }),
  named('9b', 'DASH not available: not offered', { ...withoutDash, dashObstacle: 'not_offered' }),
  named('10', 'Image ready', { status: 'ready', dash: null, mediaType: 'image', ...whole }),
  named('11', 'Failed', { status: 'failed', problem: problem('upstream') }),
  named('12', 'Cancelled', { status: 'cancelled' }),
];

/** One upload for everything that an upload can wait for. */
export const waitingForEverything: readonly UploadItem[] = [
  named('1', 'Waits for the network', { waitingFor: 'network' }),
  named('2', 'Waits for a session', { waitingFor: 'session' }),
  named('3', 'Waits for another tab', { status: 'detecting', waitingFor: 'another_tab', ...nothing }),
  named('4', 'Waits for its file', { status: 'paused', waitingFor: 'file' }),
  named('4a', 'Had not begun', { status: 'paused', waitingFor: 'file', ...nothing }),
  named('5', 'Has a question', { waitingFor: 'projection', projection: likely, ...paced }),
  named('6', 'Waits for the answer', {
    status: 'attaching',
    waitingFor: 'projection',
    projection: likely,
    uploadedBytes: 6e9,
  }),
  named('7', 'Waits for the hub', {
    status: 'paused',
    problem: { ...problem('session_refused'), detail: 'not_connected' },
  }),
  named('8', 'Waits for Kaltura', { waitingFor: 'kaltura' }),
];

/** After a reload: two that were dropped, two that were chosen, one of each had not begun. */
export const waitingForFiles: readonly UploadItem[] = [
  named('dropped1', 'Atrium', { status: 'paused', waitingFor: 'file' }),
  named('chosen1', 'Library', { status: 'paused', waitingFor: 'file' }),
  named('dropped2', 'Garden', { status: 'paused', waitingFor: 'file', ...nothing }),
  named('chosen2', 'Roof', { status: 'paused', waitingFor: 'file', ...nothing }),
];

const codes: readonly UploadProblemCode[] = [
  'file_changed',
  'file_unreadable',
  'type_refused',
  'account_blocked',
  'forbidden',
  'session_refused',
  'conversion_failed',
  'import_failed',
  'awaits_moderation',
  'rejected',
  'deleted',
  'profile_unknown',
  'unsafe_text',
  'upstream',
  'internal',
];
/** What failed in Kaltura, after there was an entry. */
const inKaltura: ReadonlySet<UploadProblemCode> = new Set([
  'conversion_failed',
  'import_failed',
  'awaits_moderation',
  'rejected',
  'deleted',
]);

/** One upload for every cause of a failure. */
export const failedForEveryCause: readonly UploadItem[] = codes.map((code, index) =>
  named(String(index), code.replaceAll('_', ' '), {
    status: 'failed',
    problem: problem(code),
    entryId: inKaltura.has(code) ? '0_abc' : null,
  }),
);

/** Two dozen in one go: a few under way, most waiting. */
export const manyUploads: readonly UploadItem[] = Array.from({ length: 24 }, (_, index) =>
  named(String(index), `Lecture ${index + 1}`, {
    size: 1e9,
    ...(index < 9
      ? { status: 'ready', dash: 'ready', uploadedBytes: 1e9, entryId: `0_${index}` }
      : index < 11
        ? { uploadedBytes: 4e8, bytesPerSecond: 12e6, secondsLeft: 50 }
        : { status: 'queued', uploadedBytes: 0 }),
  }),
);

/** Names as people have them. */
export const oddlyNamed: readonly UploadItem[] = [
  named('odd1', 'A very long name of a film that somebody exported without thinking of anybody '.repeat(3), paced),
  named(
    'odd2',
    'IMG_20261126_without_any_space_so_that_no_browser_finds_a_place_to_break_the_line_4096x2048_final_final',
    {
      status: 'paused',
      waitingFor: 'file',
    },
  ),
  named('odd3', 'مختبر الكيمياء، الجولة الافتراضية', paced),
  named('odd4', '<b>Bold plans</b> & <script>alert(1)</script>', { status: 'ready', dash: 'ready', ...whole }),
  named('odd5', '👩🏽‍🔬🏰', { status: 'converting', ...whole }),
];

function problem(code: UploadProblemCode): NonNullable<UploadItem['problem']> {
  return { code, retriable: passing.has(code), detail: null };
}
