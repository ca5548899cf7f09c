import { createSandbox } from '../src/createSandbox.ts';
import { serveSandbox } from '../src/node/serveSandbox.ts';
import type { Recording } from './Recording.ts';
import type { Account, Target } from './Target.ts';

/** The secrets of the recorded server's account: throwaway, and needed to read the KS strings it made. */
const recorded: readonly Account[] = [
  { id: 102, adminSecret: '44ff796e2dbc3035202be1862d2d7955', userSecret: '8b20eb05431f59b4b7e0a19150a056a7' },
  { id: 103, adminSecret: '103a103a103a103a103a103a103a103a', userSecret: '103b103b103b103b103b103b103b103b' },
];

/** A fresh sandbox behind real HTTP whose clock stands at the beginning of the conversation. */
export async function sandboxTarget({ start, conversionTime = 10_000_000 }: Recording): Promise<Target> {
  const sandbox = createSandbox({
    clock: { startAt: start, frozen: true },
    partners: recorded,
    conversionTime,
    seed: 1,
  });
  const server = await serveSandbox({ sandbox });
  return {
    url: server.url,
    account: (id) => recorded.find((account) => account.id === id),
    now: () => sandbox.clock.now(),
    tolerance: 5,
    async reach(moment) {
      const seconds = moment - sandbox.clock.now();
      if (seconds > 0) await sandbox.clock.advance(seconds);
    },
    passSecond: () => sandbox.clock.advance(1),
    close: () => server.close(),
  };
}

/**
 * The accounts the environment names, or nothing when it names none: `KALTURA_SERVICE_URL`, `KALTURA_PARTNER_ID`, `KALTURA_ADMIN_SECRET`,
 * `KALTURA_USER_SECRET`; and the same with `KALTURA_OTHER_` for a second account, which a few exchanges need.
 */
export function serverTarget(env: Record<string, string | undefined>): Target | undefined {
  const url = env['KALTURA_SERVICE_URL'];
  const account = accountOf(env, 'KALTURA_');
  const other = accountOf(env, 'KALTURA_OTHER_');
  if (!url || !account) return undefined;
  let last = Number.POSITIVE_INFINITY;
  return {
    url: url.replace(/\/(api_v3\/?)?$/, ''),
    account: (recordedId) => (recordedId === 102 ? account : other),
    now: () => Math.floor(Date.now() / 1000),
    tolerance: 30,
    async reach(moment, atMost) {
      const seconds = Math.min(moment - last, atMost);
      last = moment;
      if (seconds > 0) await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    },
    close: async () => {},
  };
}

function accountOf(env: Record<string, string | undefined>, prefix: string): Account | undefined {
  const [id, adminSecret] = [env[`${prefix}PARTNER_ID`], env[`${prefix}ADMIN_SECRET`]];
  return id && adminSecret ? { id: Number(id), adminSecret, userSecret: env[`${prefix}USER_SECRET`] ?? '' } : undefined;
}
