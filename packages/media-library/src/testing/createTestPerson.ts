import type { GetHostToken } from '@spaces-kaltura/client';
import { createTestExchange, type TestExchange } from './createTestExchange.ts';

export interface TestPerson extends TestExchange {
  readonly getHostToken: GetHostToken;
  /** What the host says of Ada, hub by hub. */
  readonly claims: Record<string, object>;
  /** What was asked, as `GET /v1/status` or `media.list`, and by the exchange, as `exchange user.get`. */
  readonly calls: string[];
  /** For which hubs the host has signed. */
  readonly signedFor: string[];
  /** Answers in somebody's place from now on, if it answers at all. */
  instead: (call: string) => Response | Promise<Response> | undefined;
}

/** Ada, who is in several hubs: the host signs for the one that is asked for. */
export async function createTestPerson(): Promise<TestPerson> {
  const calls: string[] = [];
  const pass = async (call: string, forward: () => Promise<Response>): Promise<Response> => {
    calls.push(call);
    return (await person.instead(call)) ?? forward();
  };
  const world = await createTestExchange((request, forward) =>
    pass(`exchange ${callOf(request)}`, () => forward(request)),
  );
  const person: TestPerson = {
    ...world,
    claims: {},
    calls,
    signedFor: [],
    instead: () => undefined,
    fetch: (request) => pass(callOf(request), () => world.fetch(request)),
    getHostToken({ hub }) {
      person.signedFor.push(hub);
      return world.sign({ hub, ...person.claims[hub] });
    },
  };
  return person;
}

function callOf(request: Request): string {
  const { pathname } = new URL(request.url);
  const [, service = '', action = ''] = /service\/([^/]+)(?:\/action\/([^/]+))?/.exec(pathname) ?? [];
  if (service === '') return `${request.method} ${pathname}`;
  return action === '' ? service : `${service}.${action}`;
}
