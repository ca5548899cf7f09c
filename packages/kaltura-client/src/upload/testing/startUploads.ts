import type { SandboxOptions } from '@spaces-kaltura/sandbox';
import type { Clock } from '../../api/Clock.ts';
import { unlessAborted } from '../../api/unlessAborted.ts';
import { createKalturaClient, type KalturaClient } from '../../createKalturaClient.ts';
import { KalturaEntryStatus, type KalturaMediaEntry } from '../../services/KalturaMediaEntry.ts';
import type { SessionSource } from '../../session/KalturaSession.ts';
import { connectSandbox, type SandboxConnection } from '../../testing/connectSandbox.ts';
import { LanePool } from '../LanePool.ts';
import { postFormByFetch, type PostForm } from '../postForm.ts';
import type { TransferEnvironment } from '../transferFile.ts';

/** A chunk as it left the page. */
export interface SentChunk {
  tokenId: string;
  resume: boolean;
  at: number;
  size: number;
  final: boolean;
}

export interface Uploads extends Omit<SandboxConnection, 'clock'> {
  clock: Clock;
  client: KalturaClient;
  session: SessionSource;
  environment: Required<TransferEnvironment>;
  /** What left the page so far, in order. */
  chunks: SentChunk[];
  /** Runs before a chunk leaves; what it throws is the chunk's fate. */
  beforeChunk: { current: (chunk: SentChunk, number: number) => void | Promise<void> };
  /** Chunks that were under way at the same time, at most. */
  busiest: () => number;
  network: { setOnline(online: boolean): void };
  /** Whatever lists know, and what they don't know yet. */
  entries(): Promise<KalturaMediaEntry[]>;
  /** Ids of upload tokens that are neither used nor deleted. */
  leftovers(): Promise<string[]>;
  clientOfUser(userId: string): KalturaClient;
}

/** Pauses up to this long are between attempts and pass at once, on the sandbox's clock; longer ones guard against silence. */
const INSTANT_MS = 29_000;

/** Everything that uploads need, with a sandbox instead of Kaltura, and time that nobody waits for. */
export function startUploads(options: SandboxOptions = {}): Uploads {
  const connection = connectSandbox({ clock: { frozen: true, startAt: 1_800_000_000 }, finalChunkWait: 0, ...options });
  const { sandbox, fetch } = connection;
  const clock: Clock = {
    now: () => sandbox.clock.now() * 1000,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted();
      if (milliseconds > INSTANT_MS) {
        await new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('Awake', 'AbortError')));
        });
      }
      await sandbox.clock.advance(Math.max(1, Math.round(milliseconds / 1000)));
    },
  };
  const clientOfUser = (userId: string): KalturaClient =>
    createKalturaClient({ session: connection.sessionOf(userId, clock), fetch, clock, random: () => 0.5 });
  const client = clientOfUser('ada@uni.example');

  const chunks: SentChunk[] = [];
  const beforeChunk: Uploads['beforeChunk'] = { current: () => {} };
  const underWay = { now: 0, most: 0 };
  const plainPost = postFormByFetch({ fetch, clock });
  const post: PostForm = async (form) => {
    const chunk = chunkOf(form.form);
    chunks.push(chunk);
    underWay.now += 1;
    underWay.most = Math.max(underWay.most, underWay.now);
    try {
      await unlessAborted(Promise.resolve(beforeChunk.current(chunk, chunks.length)), form.signal);
      return await plainPost(form);
    } finally {
      underWay.now -= 1;
    }
  };

  const listeners = new Set<() => void>();
  const belief = { online: true };
  const pools = new Map<string, LanePool>();
  const environment: Required<TransferEnvironment> = {
    client,
    post,
    clock,
    network: {
      isOnline: () => belief.online,
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    random: () => 0.5,
    poolOf: (host) => {
      const pool = pools.get(host) ?? new LanePool({ now: () => clock.now() });
      pools.set(host, pool);
      return pool;
    },
    restartDelays: Array.from({ length: 7 }, () => 0),
  };

  return {
    ...connection,
    clock,
    client,
    clientOfUser,
    session: client.session,
    environment,
    chunks,
    beforeChunk,
    busiest: () => underWay.most,
    network: {
      setOnline(online) {
        belief.online = online;
        for (const listener of listeners) listener();
      },
    },
    async entries() {
      await sandbox.clock.advance(120);
      const everyStatus = Object.values(KalturaEntryStatus).filter((status) => status !== KalturaEntryStatus.DELETED);
      return [...(await client.media.list({ filter: { statusIn: everyStatus } })).objects];
    },
    async leftovers() {
      const { objects } = await client.uploadToken.list({ statusIn: [0, 1, 2] });
      return objects.map(({ id }) => id);
    },
  };
}

function chunkOf(form: FormData): SentChunk {
  const file = form.get('fileData') as File;
  return {
    tokenId: form.get('uploadTokenId') as string,
    resume: form.get('resume') === '1',
    at: Number(form.get('resumeAt') ?? 0),
    size: file.size,
    final: form.get('finalChunk') === '1',
  };
}

/** SHA-256 of a file, lower-case hexadecimal. */
export async function sha256(file: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
