import type { SandboxOptions } from '@spaces-kaltura/sandbox';
import { HostTokenError } from '../../packages/kaltura-client/src/errors.ts';
import { film } from '../../packages/kaltura-client/src/upload/testing/sampleFilm.ts';
import { createDrive, type Drive } from './drive.ts';
import { steps, type Step } from './steps.ts';
import {
  afterwards,
  breaksBetween,
  instead,
  liesAboutSize,
  meanwhile,
  offline,
  refuses,
  resetAfter,
  resetBefore,
  silentAfter,
  silentBefore,
  swallows,
} from './strikes.ts';
import { tiny } from './tiny.ts';
import { judge, type Outcome, type Verdict } from './verdict.ts';
import { createWorld, reset, type Strike, type World } from './world.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

export const sizes: Readonly<Record<string, { bytes: number; steps: readonly Step[] }>> = {
  '1 B': { bytes: 1, steps: ['token', 'first', 'add', 'addContent'] },
  'a chunk and 1 B': { bytes: 64 * KIB + 1, steps: ['token', 'first', 'final', 'add', 'addContent'] },
  '7 MiB': { bytes: 7 * MIB + 7, steps },
};

/** Everything a fault may use. */
export interface Scene {
  world: World;
  drive: Drive;
  step: Step;
  /** Changes the file under the upload. */
  file: { change(): void; remove(): void };
}

/** Something that goes wrong at a step, and what must come of it. */
export interface FaultCase {
  promise: string;
  name: string;
  steps?: readonly Step[];
  settings?: SandboxOptions;
  outcome?: Outcome;
  arrange: (scene: Scene) => void;
}

/** A fault of the request alone, at its first try and, where it says so, at the following ones. */
const once = (promise: string, name: string, strike: Strike, more: Partial<FaultCase> = {}): FaultCase => ({
  promise,
  name,
  arrange: ({ world, step }) => world.at(step, 1, strike),
  ...more,
});
const times = (
  promise: string,
  name: string,
  count: number,
  strike: Strike,
  more: Partial<FaultCase> = {},
): FaultCase => ({
  ...once(promise, name, strike, more),
  arrange: ({ world, step }) =>
    world.at(
      step,
      Array.from({ length: count }, (_, index) => index + 1),
      strike,
    ),
});

const page = '<!DOCTYPE html><html><body><h1>We will be right back</h1></body></html>';
const bytesSteps: readonly Step[] = ['first', 'chunk', 'final'];
const attachSteps: readonly Step[] = ['add', 'addContent'];
const lagging: SandboxOptions = { indexLag: 60 };

const connection: FaultCase[] = [
  once('R02', 'the connection breaks before the work', resetBefore),
  times('R02', 'the connection breaks four times before the work', 4, resetBefore),
  once('R02', 'nothing answers any more, before the work', silentBefore),
  once('R04', 'the answer is lost', resetAfter),
  times('R04', 'the answer is lost three times', 3, resetAfter),
  once('R04', 'nothing answers any more, after the work', silentAfter),
];

const answers: FaultCase[] = [
  ...[500, 502, 503, 504, 408, 429].map((status) => once('R03', `${status} before the work`, instead('', status))),
  ...[500, 502, 504].map((status) =>
    once(
      'R03',
      `${status} after the work`,
      afterwards(() => '', status),
    ),
  ),
  times('R03', '503 six times', 6, instead('', 503)),
  once('R03', '503, in 7 seconds again', instead('', 503, { 'Retry-After': '7' })),
  once('R03', '429, in 2 minutes again', instead('', 429, { 'Retry-After': '120' })),
  once(
    'R03',
    '429, at a time of day again',
    instead('', 429, { 'Retry-After': new Date(1_800_000_060_000).toUTCString() }),
  ),
  once('R03', 'a web page with 200', instead(page, 200, { 'Content-Type': 'text/html' })),
  once('R03', 'a web page with 502', instead(page, 502, { 'Content-Type': 'text/html' })),
  once('R03', 'a web page with 403', instead(page, 403, { 'Content-Type': 'text/html' })),
  once('R03', 'a web page with 404', instead(page, 404, { 'Content-Type': 'text/html' })),
  once(
    'R03',
    'a web page with 200 after the work',
    afterwards(() => page),
  ),
  once('R03', 'a redirect', instead('', 302, { Location: 'https://elsewhere.example/' })),
  once(
    'R03',
    'half an answer',
    afterwards((answer) => answer.slice(0, answer.length / 2)),
  ),
  once('R03', 'an empty answer before the work', instead('')),
  once(
    'R03',
    'an empty answer after the work',
    afterwards(() => ''),
  ),
  once(
    'R03',
    'XML instead of JSON',
    afterwards(() => '<xml><result/></xml>', 200, { 'Content-Type': 'text/xml' }),
  ),
  ...['null', '[]', '7', '"ok"', '{}', '{"objectType":"KalturaMediaListResponse","objects":[]}'].map((json) =>
    once(
      'R03',
      `${json} instead of what was asked for`,
      afterwards(() => json),
    ),
  ),
  once(
    'R03',
    'the right answer as text/html',
    afterwards((answer) => answer, 200, { 'Content-Type': 'text/html' }),
  ),
  ...['INTERNAL_SERVERL_ERROR', 'INTERNAL_DATABASE_ERROR'].flatMap((code) => [
    once('R03', `${code} before the work`, refuses(code)),
    once('R03', `${code} after the work`, refuses(code, { isDone: true })),
  ]),
  once('R03', 'UPLOAD_ERROR', refuses('UPLOAD_ERROR'), { steps: bytesSteps }),
  times('R03', 'ACTION_BLOCKED four times', 4, refuses('ACTION_BLOCKED')),
];

/** Said by an answer at the step, or, after a broken connection there, by the look at what Kaltura holds. */
const sizesTold: [string, (held: number) => unknown][] = [
  ['5000 less', (held) => Math.max(0, held - 5000)],
  ['5000 more', (held) => held + 5000],
  ['a gigabyte more', (held) => held + 1e9],
  ['nothing', () => 0],
  ['minus one', () => -1],
  ['minus a gigabyte', () => -1e9],
  ['null', () => null],
  ['a text', () => 'many'],
  ['an empty text', () => ''],
  ['a broken number', (held) => held + 0.5],
  ['2⁵³', () => 2 ** 53],
  ['an object', () => ({})],
];

const lies: FaultCase[] = sizesTold.flatMap(([said, say]) => [
  once('R05', `Kaltura says to hold ${said}`, liesAboutSize(say), { steps: bytesSteps }),
  {
    promise: 'R05',
    name: `Kaltura says to hold ${said} when it is asked after a cut`,
    steps: bytesSteps,
    arrange: ({ world, step }) => {
      world.at(step, 1, async (hit) => {
        let asked = 0;
        world.on('uploadToken.get', (look) => ((asked += 1) === 1 ? liesAboutSize(say)(look) : look.forward()));
        return resetAfter(hit);
      });
    },
  },
  {
    promise: 'R05',
    name: `Kaltura says to hold ${said} after a reload`,
    steps: bytesSteps,
    arrange: ({ world, drive, step }) => {
      world.at(step, 1, (hit) => {
        let asked = 0;
        world.on('uploadToken.get', (look) => ((asked += 1) === 1 ? liesAboutSize(say)(look) : look.forward()));
        void hit.meanwhile(() => drive.interrupt('reload'));
        return silentAfter(hit);
      });
    },
  },
]);

const finals: FaultCase[] = [
  times('R06', 'CANNOT_MATCH three times', 3, refuses('UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE'), { steps: ['final'] }),
  once('R06', 'CANNOT_MATCH after the work', refuses('UPLOAD_TOKEN_CANNOT_MATCH_EXPECTED_SIZE', { isDone: true }), {
    steps: ['final'],
  }),
  once('R06', 'a chunk is said to have arrived and has not', swallows, { steps: ['chunk'] }),
];

const expired = refuses('INVALID_KS', { args: { KSID: 'EXPIRED', ERR_CODE: '-1' } });
const sessions: FaultCase[] = [
  once('R07', 'the session has expired', expired),
  times('R07', 'the session has expired, and the next one, too', 2, expired),
  {
    promise: 'R07',
    name: 'the session has expired and there is none for ten minutes',
    arrange: ({ world, step }) => {
      world.environment.restartDelays = [];
      world.at(step, 1, (hit) => {
        const until = world.clock.now() + 600_000;
        world.session.current = (session) => {
          if (world.clock.now() < until) throw new HostTokenError(new TypeError('Failed to fetch'));
          return session;
        };
        return expired(hit);
      });
    },
  },
];

const networks: FaultCase[] = [1, 60, 3600, 24 * 3600].flatMap((seconds) => [
  {
    promise: 'R08',
    name: `no network for ${seconds} s`,
    arrange: ({ world, step }: Scene) => {
      world.environment.restartDelays = [];
      world.at(step, 1, offline(world, seconds));
    },
  },
]);

/** The page dies before or after the request has reached Kaltura. */
const interrupted = (
  promise: string,
  name: string,
  what: Parameters<Drive['interrupt']>[0],
  more: Partial<FaultCase> = {},
): FaultCase[] =>
  (
    [
      ['before', silentBefore],
      ['after', silentAfter],
    ] as const
  ).map(([when, strike]) => ({
    promise,
    name: `${name} ${when} the work`,
    arrange: ({ world, drive, step }) =>
      world.at(step, 1, (hit) => {
        // Another page reads the file first, which takes real time; what ends an upload waits for what is under way.
        const begun = drive.interrupt(what);
        if (what === 'reload' || what === 'hand over') void hit.meanwhile(() => begun);
        return strike(hit);
      }),
    ...more,
  }));

const people: FaultCase[] = [
  ...interrupted('R09', 'the page is reloaded', 'reload'),
  ...interrupted('R09', 'the page is reloaded, lists lag a minute,', 'reload', { settings: lagging }),
  ...interrupted('R09', 'it is paused and resumed', 'pause', { steps: ['token', 'first', 'chunk', 'final'] }),
  {
    promise: 'R10',
    name: 'a second tab is given the same file',
    arrange: ({ world, drive, step }) =>
      world.at(
        step,
        1,
        meanwhile(() => drive.interrupt('second tab')),
      ),
  },
  ...interrupted('R10', 'a second tab is given the same file, and the first one closed', 'hand over'),
  {
    promise: 'R11',
    name: 'the disk is full from here on',
    arrange: ({ world, step }) =>
      world.at(
        step,
        1,
        meanwhile(() => {
          world.browser.records.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
        }),
      ),
  },
  ...interrupted('R13', 'it is cancelled', 'cancel', { outcome: 'nothing' }),
  ...interrupted('R13', 'it is cancelled, lists lag a minute,', 'cancel', { outcome: 'nothing', settings: lagging }),
  ...interrupted('R13', 'the page is left, and the upload cancelled the next day,', 'leave', { outcome: 'nothing' }),
];

const entries: FaultCase[] = [
  once('R12', 'the answer is lost, lists lag a minute', resetAfter, { steps: attachSteps, settings: lagging }),
  times('R12', 'the answer is lost three times, lists lag a minute', 3, resetAfter, {
    steps: attachSteps,
    settings: lagging,
  }),
  once('R12', 'it breaks between the entry and its content', breaksBetween, { steps: attachSteps }),
  once('R12', 'it breaks between the entry and its content, lists lag a minute', breaksBetween, {
    steps: attachSteps,
    settings: lagging,
  }),
  times('R12', 'it breaks twice between the entry and its content', 2, breaksBetween, { steps: attachSteps }),
  {
    promise: 'R12',
    name: 'the answer is lost, and so are the first looks at what happened',
    steps: attachSteps,
    settings: lagging,
    arrange: ({ world, step }) => {
      world.at(step, 1, (hit) => {
        let [lists, gets] = [0, 0];
        world.on('media.list', (look) => ((lists += 1) < 5 ? resetBefore(look) : look.forward()));
        world.on('uploadToken.get', (look) => ((gets += 1) < 5 ? resetBefore(look) : look.forward()));
        return resetAfter(hit);
      });
    },
  },
  ...['UPLOAD_TOKEN_NOT_FOUND', 'ENTRY_ALREADY_WITH_CONTENT'].map((code) =>
    once('R12', `${code} after the work`, refuses(code, { isDone: true }), { steps: ['addContent'] }),
  ),
];

const always = Array.from({ length: 200 }, (_, index) => index + 1);
const fatal: FaultCase[] = [
  ...['SERVICE_FORBIDDEN', 'SERVICE_FORBIDDEN_CONTENT_BLOCKED', 'USER_BLOCKED'].map(
    (code) =>
      ({
        promise: 'R13',
        name: `${code} for good, and the person clears the list`,
        outcome: 'nothing',
        arrange: ({ world, step }) => world.at(step, always, refuses(code)),
      }) satisfies FaultCase,
  ),
  {
    promise: 'R13',
    name: 'the type is refused',
    steps: ['first', 'final'],
    outcome: 'nothing',
    arrange: ({ world, step }) =>
      world.at(step, always, async (hit) => {
        await world.client.uploadToken.delete((await tokens(world))[0] ?? '');
        return refuses('UPLOAD_TOKEN_FILE_TYPE_RESTRICTED_FOR_UPLOAD')(hit);
      }),
  },
  {
    promise: 'R13',
    name: 'the conversion profile is unknown, and the person clears the list',
    steps: ['add'],
    outcome: 'nothing',
    arrange: ({ world, step }) => world.at(step, always, refuses('CONVERSION_PROFILE_ID_NOT_FOUND')),
  },
];

const tokens = async ({ client }: World): Promise<string[]> =>
  (await client.uploadToken.list({ statusIn: [0, 1, 2] })).objects.map(({ id }) => id);

const files: FaultCase[] = (['change', 'remove'] as const).flatMap((what) =>
  (
    [
      ['before', (strike: Strike): Strike => strike],
      ['after', (strike: Strike): Strike => strike],
    ] as const
  ).map(([when]) => ({
    promise: 'R14',
    name: `the file is ${what}d on disk ${when} the work`,
    outcome: 'whole or nothing' as const,
    arrange: ({ world, step, file }: Scene) =>
      world.at(step, 1, async ({ forward }) => {
        if (when === 'before') file[what]();
        const response = await forward();
        if (when === 'after') file[what]();
        if (step === 'token') throw reset();
        return response;
      }),
  })),
);

export const faultCases: readonly FaultCase[] = [
  ...connection,
  ...answers,
  ...lies,
  ...finals,
  ...sessions,
  ...networks,
  ...people,
  ...entries,
  ...fatal,
  ...files,
];

export interface Cell extends Verdict {
  promise: string;
  fault: string;
  step: Step;
  size: string;
  /** How often a person had to press Retry or Resume. */
  retries: number;
}

/** Every fault at every step that it can meet, for every size that has the step. */
export function cellsOf(cases: readonly FaultCase[] = faultCases): { fault: FaultCase; step: Step; size: string }[] {
  return cases.flatMap((fault) =>
    Object.entries(sizes).flatMap(([size, { steps: own }]) =>
      own.filter((step) => fault.steps?.includes(step) ?? true).map((step) => ({ fault, step, size })),
    ),
  );
}

export async function runCell(
  { fault, step, size }: { fault: FaultCase; step: Step; size: string },
  seed: number,
): Promise<Cell> {
  const world = createWorld({ seed, ...fault.settings });
  const drive = createDrive(world);
  const { bytes } = sizes[size] ?? { bytes: 1 };
  const whole = sampleOf(bytes, seed);
  const file = changeable(whole);
  // So that the clock of the session does not begin with the first step.
  await world.client.session.get();
  fault.arrange({ world, drive, step, file });
  const outcome = fault.outcome ?? 'entry';
  const told = { promise: fault.promise, fault: fault.name, step, size };
  try {
    const { retries, secondTab, item } = await drive.run(file.file, () => file.file);
    const verdict = await judge(world, whole, outcome);
    if (world.struck() === 0) verdict.broken.push('the fault has not struck');
    if (secondTab && secondTab.entryId !== item?.entryId) verdict.broken.push('the second tab shows another entry');
    return { ...told, retries, ...verdict };
  } catch (error) {
    const broken = [error instanceof Error ? error.message : String(error)];
    return { ...told, retries: 0, broken, wrongHashes: 0, duplicateEntries: 0, leftoverTokens: 0 };
  }
}

/** Made once: they take longer than a cell. */
const samples = new Map<string, File>();
function sampleOf(bytes: number, seed: number): File {
  const key = `${bytes} ${seed}`;
  const sample = samples.get(key) ?? (bytes < 4096 ? tiny(bytes) : film(bytes, { seed }));
  samples.set(key, sample);
  return sample;
}

/** A file whose bytes may become others, or unreadable, as on a disk that somebody else writes to. */
function changeable(whole: File): { file: File; change(): void; remove(): void } {
  const file = new File([whole], whole.name, { type: whole.type });
  const slice = file.slice.bind(file);
  const unreadable = (): Promise<never> => Promise.reject(new DOMException('It is gone', 'NotReadableError'));
  return {
    file,
    change() {
      const other = new File([new Uint8Array(whole.size).fill(97)], whole.name);
      file.slice = (...range) => other.slice(...range);
    },
    remove() {
      file.slice = (...range) =>
        Object.assign(slice(...range), { arrayBuffer: unreadable, slice: () => gone(unreadable) });
    },
  };
}

const gone = (unreadable: () => Promise<never>): Blob => Object.assign(new Blob(), { arrayBuffer: unreadable });
