import { createSandbox, type Sandbox, type SandboxOptions, type SandboxPartner } from '@spaces-kaltura/sandbox';
import type { Clock } from '../../packages/kaltura-client/src/api/Clock.ts';
import { createKalturaClient, type KalturaClient } from '../../packages/kaltura-client/src/createKalturaClient.ts';
import { createAppTokenSessionSource } from '../../packages/kaltura-client/src/session/createAppTokenSessionSource.ts';
import { NetworkError } from '../../packages/kaltura-client/src/errors.ts';
import type { KalturaSession, SessionSource } from '../../packages/kaltura-client/src/session/KalturaSession.ts';
import { LanePool } from '../../packages/kaltura-client/src/upload/LanePool.ts';
import { postFormByFetch, type PostForm } from '../../packages/kaltura-client/src/upload/postForm.ts';
import { openBrowser, type Browser } from '../../packages/kaltura-client/src/upload/testing/openQueue.ts';
import type { TransferEnvironment } from '../../packages/kaltura-client/src/upload/transferFile.ts';
import { isAttaching, stepOfChunk, stepsOfCall, type Step } from './steps.ts';
import { createVirtualTime } from './virtualTime.ts';

const serviceUrl = 'https://kaltura.test';

/** A request at one of the steps, and what can be done with it. */
export interface Hit {
  step: Step;
  request: Request;
  /** Lets Kaltura do its work; another request than the page's may be sent in its place. */
  forward: (request?: Request) => Promise<Response>;
  /** Work in the page that takes real time, and no virtual one. */
  meanwhile: <TResult>(work: () => Promise<TResult>) => Promise<TResult>;
}

/** What becomes of a request instead of simply being answered. */
export type Strike = (hit: Hit) => Promise<Response>;

export interface World {
  sandbox: Sandbox;
  partner: SandboxPartner;
  clock: Clock;
  client: KalturaClient;
  environment: Required<TransferEnvironment>;
  browser: Browser;
  /** Lets a strike meet the n-th request of a step, counted from 1. */
  at(step: Step, count: number | readonly number[], strike: Strike): void;
  /** Lets a strike meet every call of another action, such as `uploadToken.get`. */
  on(action: string, strike: Strike): void;
  /** No further strike. */
  calm(): void;
  /** How often a strike has met its request. */
  struck: () => number;
  /** What every chunk is asked before it leaves: throws, where the link is cut under it. Tells when its answer was lost. */
  link: { current: Link };
  network: { setOnline(online: boolean): void };
  session: { current: (session: KalturaSession) => KalturaSession | Promise<KalturaSession> };
  /** Bytes of chunks that left the page. */
  sent: { bytes: number };
}

/** The way that chunks take. */
export interface Link {
  /** Bytes of this chunk that leave the page, and whether the answer finds back. */
  send(size: number): { bytes: number; arrives: boolean; isAnswered: () => boolean };
}

const goodLink: Link = { send: (bytes) => ({ bytes, arrives: true, isAnswered: () => true }) };

/** A connection that broke. */
export const reset = (): TypeError => new TypeError('The connection was reset');

/** One account at a Kaltura without any trouble, a browser, and hands that reach between the two. */
export function createWorld({ seed, ...options }: SandboxOptions & { seed: number }): World {
  const sandbox = createSandbox({
    seed,
    clock: { frozen: true, startAt: 1_800_000_000 },
    finalChunkWait: 0,
    ...options,
  });
  const partner = sandbox.addPartner({ id: 102 });
  const appToken = { ...partner.addAppToken({ hashType: 'SHA256', sessionType: 0 }), hashType: 'SHA256' } as const;
  const time = createVirtualTime(
    () => sandbox.clock.now() * 1000,
    (seconds) => sandbox.clock.advance(seconds),
  );

  const rules: { step: Step; counts: ReadonlySet<number>; strike: Strike }[] = [];
  const others = new Map<string, Strike>();
  const seen = new Map<Step, number>();
  let struck = 0;
  let nextStep: Step | null = null;

  function strikeAt(step: Step): Strike | undefined {
    const count = (seen.get(step) ?? 0) + 1;
    seen.set(step, count);
    return rules.find((rule) => rule.step === step && rule.counts.has(count))?.strike;
  }

  async function fetch(request: Request): Promise<Response> {
    const chunkStep = nextStep;
    nextStep = null;
    const forward = (other: Request = request): Promise<Response> => time.working(() => sandbox.fetch(other));
    const isMulti = chunkStep === null && request.url.endsWith('/multirequest');
    const attaching = isMulti && isAttaching(await request.clone().text());
    const reached = chunkStep ? [chunkStep] : attaching ? (['add', 'addContent'] as const) : stepsOfCall(request.url);
    const strikes = reached.map((step) => ({ step, strike: strikeAt(step) }));
    const hit = strikes.find(({ strike }) => strike !== undefined);
    const other = others.get(request.url.replace(/^.*\/service\/(\w+)\/action\/(\w+)$/, '$1.$2'));
    const strike = hit?.strike ?? other;
    if (strike === undefined) return forward();
    struck += 1;
    return strike({ step: hit?.step ?? 'chunk', request, forward, meanwhile: (work) => time.working(work) });
  }

  const session: World['session'] = { current: (one) => one };
  const source = createAppTokenSessionSource({
    serviceUrl,
    partnerId: 102,
    appToken,
    userId: 'ada@uni.example',
    fetch,
    clock: time.clock,
  });
  const sessions: SessionSource = {
    get: async (how) => session.current(await source.get(how)),
    renew: async (stale, how) => session.current(await source.renew(stale, how)),
    clear: () => source.clear(),
  };
  const client = createKalturaClient({ session: sessions, fetch, clock: time.clock, random: () => 0.5 });

  const link: World['link'] = { current: goodLink };
  const sent = { bytes: 0 };
  const plainPost = postFormByFetch({ fetch, clock: time.clock });
  const post: PostForm = async (form) => {
    const way = link.current.send(form.bytes);
    sent.bytes += way.bytes;
    if (!way.arrives) throw new NetworkError('network_unreachable', 'The link was cut');
    // Read by `fetch`, which is called in this very turn.
    nextStep = stepOfChunk(form.form);
    const answer = await plainPost(form);
    if (!way.isAnswered()) throw new NetworkError('network_unreachable', 'The link was cut');
    return answer;
  };

  const listeners = new Set<() => void>();
  const belief = { online: true };
  const pools = new Map<string, LanePool>();
  const environment: Required<TransferEnvironment> = {
    client,
    post,
    clock: time.clock,
    network: {
      isOnline: () => belief.online,
      onChange: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    random: () => 0.5,
    poolOf: (host) => {
      const pool = pools.get(host) ?? new LanePool({ now: () => time.clock.now() });
      pools.set(host, pool);
      return pool;
    },
    restartDelays: Array.from({ length: 7 }, () => 0),
  };

  return {
    sandbox,
    partner,
    clock: time.clock,
    client,
    environment,
    browser: openBrowser({ environment, clock: time.clock }),
    at: (step, count, strike) => {
      rules.push({ step, counts: new Set(typeof count === 'number' ? [count] : count), strike });
    },
    on: (action, strike) => void others.set(action, strike),
    calm() {
      rules.length = 0;
      others.clear();
      link.current = goodLink;
      session.current = (one) => one;
    },
    struck: () => struck,
    link,
    network: {
      setOnline(online) {
        belief.online = online;
        for (const listener of listeners) listener();
      },
    },
    session,
    sent,
  };
}
