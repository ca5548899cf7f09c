import type { FaultRule } from '../faults/FaultPlan.ts';
import { corsHeaders } from '../protocol/respond.ts';
import type { PartnerInit, Sandbox } from '../Sandbox.ts';
import { ownValue } from '../ownValue.ts';

/**
 * The control path, for tests in another process. All in JSON:
 *
 * - `GET, POST, DELETE {path}/faults`: rules and strikes; adds a rule; takes all back
 * - `GET {path}/clock`, `POST {path}/clock` `{"advance": seconds}`: the time, and moving it
 * - `POST {path}/partners` `{"id": 104}`: adds an account and answers its secrets
 * - `GET {path}/checksum?partner=102&id=ID&algorithm=sha256`: of an upload token's or an entry's bytes
 *
 * `route` is the part of the path behind the control path, without a slash in front.
 */
export async function handleControl(request: Request, route: string, sandbox: Sandbox): Promise<Response> {
  const handler = ownValue(handlers, `${request.method} ${route}`);
  if (request.method === 'OPTIONS') return answer(null);
  if (!handler) return answer({ error: 'Nothing here', routes: Object.keys(handlers) }, 404);
  try {
    return answer(await handler(request, sandbox));
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return answer({ error: error.message }, 400);
    throw error;
  }
}

type Handler = (request: Request, sandbox: Sandbox) => unknown;

const handlers: Readonly<Record<string, Handler>> = {
  'GET faults': (_, { faults }) => ({ rules: faults.rules, strikes: faults.strikes }),
  'POST faults': async (request, { faults }) => {
    faults.add((await request.json()) as FaultRule);
    return { rules: faults.rules };
  },
  'DELETE faults': (_, { faults }) => {
    faults.clear();
    return { rules: faults.rules };
  },
  'GET clock': (_, { clock }) => ({ now: clock.now() }),
  'POST clock': async (request, { clock }) => {
    const { advance } = (await request.json()) as { advance?: unknown };
    if (typeof advance !== 'number' || advance < 0)
      throw new TypeError('Say {"advance": seconds}; time does not run backwards.');
    await clock.advance(advance);
    return { now: clock.now() };
  },
  'POST partners': async (request, sandbox) => {
    const { id, adminSecret, userSecret } = sandbox.addPartner((await request.json()) as PartnerInit);
    return { id, adminSecret, userSecret };
  },
  'GET checksum': async (request, sandbox) => {
    const query = new URL(request.url).searchParams;
    const algorithm = query.get('algorithm') ?? 'sha256';
    if (algorithm !== 'sha256' && algorithm !== 'md5') throw new TypeError('algorithm is sha256 or md5.');
    return {
      algorithm,
      checksum: await sandbox.partner(Number(query.get('partner'))).checksum(query.get('id') ?? '', algorithm),
    };
  },
};

function answer(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      ...corsHeaders,
      'Access-Control-Allow-Headers': 'Content-Type',
      'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
      'Cache-Control': 'no-store',
      'Content-Type': 'application/json',
    },
  });
}
