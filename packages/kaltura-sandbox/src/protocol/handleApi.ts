import { throwAnsweredFault, withIndexLag, withLies } from '../faults/answerFaults.ts';
import type { Fault } from '../faults/FaultPlan.ts';
import { withFaults } from '../faults/withFaults.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { dispatch } from './dispatch.ts';
import type { Json } from './json.ts';
import { KalturaApiException } from './KalturaApiException.ts';
import { firstItemOf, itemsOf, resolveReferences } from './multirequest.ts';
import { Params } from './Params.ts';
import { claimBytes, isNested, type RawParams } from './rawParams.ts';
import { type ApiRequest, readRequest } from './readRequest.ts';
import { preflight, respond } from './respond.ts';

/** Answers `/api_v3/*`. `address` is the sender's, for `iprestrict`. */
export async function handleApi(request: Request, sandbox: SandboxContext, address: string): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight();
  const read = await readRequest(request, sandbox.bytes, address);
  const calls = callsOf(read, sandbox);
  try {
    const faults = calls.items.flatMap((call) => call.faults);
    return await withFaults(faults, async () => {
      const answer = await answerOf(calls, read, sandbox);
      if (answer instanceof Response) return answer;
      const params = new Params(read.params, sandbox.clock.now);
      const response = respond(answer, params.string('format'), params.string('callback') ?? '');
      if (read.cache !== undefined && !response.headers.has('X-Kaltura')) response.headers.set('X-Kaltura', read.cache);
      // What support asks for when something went wrong.
      response.headers.set('X-Kaltura-Session', `${Math.floor(sandbox.random() * 2 ** 31)}, ${sandbox.clock.now()}`);
      return request.method === 'HEAD' ? new Response(null, response) : response;
    });
  } finally {
    await Promise.all(read.files.map((file) => sandbox.bytes.delete(claimBytes(file))));
  }
}

/** One call and the faults that strike it; every item of a multirequest counts as a call. */
interface StruckCall {
  params: RawParams;
  faults: Fault[];
}

interface Calls {
  isMultirequest: boolean;
  items: StruckCall[];
}

function callsOf({ params, uri }: ApiRequest, sandbox: SandboxContext): Calls {
  const isMultirequest = targetOf(params, uri, sandbox).service.toLowerCase() === 'multirequest';
  const items = isMultirequest ? itemsOf(params) : [params];
  return {
    isMultirequest,
    items: items.map((item) => ({ params: item, faults: sandbox.faults.strike(targetOf(item, uri, sandbox)) })),
  };
}

function targetOf(raw: RawParams, path: string, { clock }: SandboxContext) {
  const params = new Params(raw, clock.now);
  return { service: params.string('service') ?? '', action: params.string('action') ?? '', path };
}

async function answerOf(calls: Calls, read: ApiRequest, sandbox: SandboxContext): Promise<Json | Response> {
  const answers: Json[] = [];
  for (const { params, faults } of calls.items) {
    const resolved = calls.isMultirequest ? resolveReferences(params, answers, firstItemOf(read.params)) : params;
    const answer = await attempt({ params: isNested(resolved) ? resolved : {}, faults }, read, sandbox);
    // A file cannot be an element of a list: it becomes the whole answer.
    if (answer instanceof Response || !calls.isMultirequest) return answer;
    answers.push(answer);
  }
  return answers;
}

/** An error is an answer like any other; only a defect of the sandbox itself is thrown on. */
async function attempt(
  { params, faults }: StruckCall,
  read: ApiRequest,
  sandbox: SandboxContext,
): Promise<Json | Response> {
  try {
    throwAnsweredFault(faults, targetOf(params, read.uri, sandbox));
    return withLies(faults, await dispatch(params, read, withIndexLag(faults, sandbox)));
  } catch (error) {
    if (error instanceof KalturaApiException) return error.toJson();
    throw error;
  }
}
