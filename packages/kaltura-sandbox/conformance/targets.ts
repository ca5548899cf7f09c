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
    async moveTo(moment) {
      const seconds = moment - sandbox.clock.now();
      if (seconds > 0) await sandbox.clock.advance(seconds);
    },
    passSecond: () => sandbox.clock.advance(1),
    close: () => server.close(),
  };
}

/** The account the environment names, or nothing when it names none. */
export function serverTarget(env: Record<string, string | undefined>): Target | undefined {
  const {
    KALTURA_SERVICE_URL: url,
    KALTURA_PARTNER_ID: id,
    KALTURA_ADMIN_SECRET: adminSecret,
    KALTURA_USER_SECRET: userSecret = '',
  } = env;
  if (!url || !id || !adminSecret) return undefined;
  return {
    url: url.replace(/\/(api_v3\/?)?$/, ''),
    account: (recordedId) => (recordedId === 102 ? { id: Number(id), adminSecret, userSecret } : undefined),
    close: async () => {},
  };
}
