import {
  createMemoryBytes,
  createSandbox,
  type Sandbox,
  type SandboxEntryInit,
  type SandboxOptions,
  type SandboxPartner,
} from '@spaces-kaltura/sandbox';
import type { Clock } from '../api/Clock.ts';
import { createKalturaClient, type KalturaClient } from '../createKalturaClient.ts';
import { createAppTokenSessionSource } from '../session/createAppTokenSessionSource.ts';
import type { SessionSource } from '../session/KalturaSession.ts';

export const serviceUrl = 'https://kaltura.test';

export interface SandboxConnection {
  sandbox: Sandbox;
  partner: SandboxPartner;
  /** A READY video with renditions. */
  addVideo: (init: { userId: string } & Partial<SandboxEntryInit>) => Promise<{ id: string }>;
  /** Service and action of every call so far, such as `media.list`. */
  calls: string[];
  fetch: (request: Request) => Promise<Response>;
  /** Time as the sandbox has it; pauses pass at once. */
  clock: Clock;
  /** With a clock of its own, a session does not notice that the sandbox's time moves on. */
  sessionOf: (userId: string, ownClock?: Clock) => SessionSource;
  clientOf: (userId: string, ownClock?: Clock) => KalturaClient;
}

/** A sandbox with the account 102 and an App Token; `list:*` unless told otherwise. */
export function connectSandbox(options: SandboxOptions = {}, sessionPrivileges: string = 'list:*'): SandboxConnection {
  const bytes = createMemoryBytes();
  const sandbox = createSandbox({ seed: 7, bytes, ...options });
  const partner = sandbox.addPartner({ id: 102 });
  const appToken = {
    ...partner.addAppToken({ hashType: 'SHA256', sessionType: 0, sessionPrivileges }),
    hashType: 'SHA256',
  } as const;
  const calls: string[] = [];
  const fetch = (request: Request): Promise<Response> => {
    calls.push(callOf(request.url));
    return sandbox.fetch(request);
  };
  const clock: Clock = {
    now: () => sandbox.clock.now() * 1000,
    sleep: (milliseconds, signal) =>
      milliseconds > 10_000
        ? new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('awake'))))
        : Promise.resolve(),
  };
  const sessionOf = (userId: string, ownClock: Clock = clock): SessionSource =>
    createAppTokenSessionSource({ serviceUrl, partnerId: 102, appToken, userId, fetch, clock: ownClock });
  const addVideo: SandboxConnection['addVideo'] = async (init) => {
    const contentId = await bytes.create();
    return partner.addEntry({ name: 'Atrium', mediaType: 1, contentId, durationMs: 62_000, ...init });
  };
  return {
    sandbox,
    partner,
    addVideo,
    calls,
    fetch,
    clock,
    sessionOf,
    clientOf: (userId, ownClock) => createKalturaClient({ session: sessionOf(userId, ownClock), fetch, clock }),
  };
}

const callOf = (url: string): string =>
  new URL(url).pathname.replace(/^\/api_v3\/service\//, '').replace('/action/', '.');
