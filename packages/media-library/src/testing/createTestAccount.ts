import {
  createKalturaClient,
  type FetchRequest,
  type KalturaMediaEntry,
  type SessionSource,
} from '@spaces-kaltura/client';
import { createAppTokenSessionSource } from '@spaces-kaltura/client/api';
import { createSandbox, type Sandbox, type SandboxPartner } from '@spaces-kaltura/sandbox';

export const serviceUrl = 'https://kaltura.test';
export const ada = 'ada@atelier-nord.example';
export const bruno = 'bruno@atelier-nord.example';

/** A call as it reached Kaltura. */
export interface SeenCall {
  /** `media.list` */
  readonly name: string;
  readonly params: URLSearchParams;
  readonly signal: AbortSignal;
}

type Answer = (call: SeenCall, forward: () => Promise<Response>) => Promise<Response> | Response;

export interface TestAccount {
  readonly sandbox: Sandbox;
  readonly partner: SandboxPartner;
  readonly fetch: FetchRequest;
  /** Every call so far, oldest first; `name` narrows them. */
  calls(name?: string): SeenCall[];
  /** A session for a person; `listAll` with the right to see everybody's entries. */
  session(userId: string, rights?: { listAll?: boolean; expiry?: number }): SessionSource;
  /** What is in the account now, in whatever state, the newest first; not counted among the calls. */
  entries(): Promise<readonly KalturaMediaEntry[]>;
  /** Answers in Kaltura's place from now on, until it is called without a function. */
  answer(instead?: Answer): void;
}

/** A Kaltura account in memory, and a `fetch` that leads to it and remembers what was asked. */
export function createTestAccount(): TestAccount {
  const sandbox = createSandbox({ seed: 1, partners: [{ id: 102, name: 'Atelier Nord' }] });
  const partner = sandbox.partner(102);
  const seen: SeenCall[] = [];
  let instead: Answer | undefined;

  const fetch: FetchRequest = async (request) => {
    const params = new URLSearchParams(await request.clone().text());
    const [, service = '', action = ''] = /service\/([^/]+)(?:\/action\/([^/?]+))?/.exec(request.url) ?? [];
    const call: SeenCall = { name: `${service}.${action || params.get('action')}`, params, signal: request.signal };
    seen.push(call);
    const forward = (): Promise<Response> => sandbox.fetch(request);
    return instead ? instead(call, forward) : forward();
  };

  const sessionWith = (
    calls: FetchRequest,
    userId: string,
    { listAll = false, expiry }: { listAll?: boolean; expiry?: number | undefined },
  ): SessionSource => {
    const appToken = partner.addAppToken({
      hashType: 'SHA256',
      sessionType: 0,
      ...(listAll && { sessionPrivileges: 'list:*' }),
    });
    return createAppTokenSessionSource({
      serviceUrl,
      partnerId: partner.id,
      appToken: { ...appToken, hashType: 'SHA256' },
      userId,
      expiry,
      fetch: calls,
    });
  };

  return {
    sandbox,
    partner,
    fetch,
    calls: (name) => (name === undefined ? [...seen] : seen.filter((call) => call.name === name)),
    session: (userId, rights = {}) => sessionWith(fetch, userId, rights),
    async entries() {
      const unseen: FetchRequest = (request) => sandbox.fetch(request);
      const session = sessionWith(unseen, 'somebody@atelier-nord.example', { listAll: true });
      const client = createKalturaClient({ session, fetch: unseen });
      return (await client.media.list({ filter: { statusIn: [-2, -1, 0, 1, 2, 4, 5, 6, 7] } })).objects;
    },
    answer(next) {
      instead = next;
    },
  };
}
