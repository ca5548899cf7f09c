import type { SandboxContext } from '../SandboxContext.ts';
import { dispatch } from './dispatch.ts';
import type { Json } from './json.ts';
import { KalturaApiException } from './KalturaApiException.ts';
import { itemsOf, resolveReferences } from './multirequest.ts';
import { Params } from './Params.ts';
import { isNested, type RawParams } from './rawParams.ts';
import { type ApiRequest, readRequest } from './readRequest.ts';
import { preflight, respond } from './respond.ts';

/** Answers `/api_v3/*`. `address` is the sender's, for `iprestrict`. */
export async function handleApi(request: Request, sandbox: SandboxContext, address: string): Promise<Response> {
  if (request.method === 'OPTIONS') return preflight();
  const read = await readRequest(request, sandbox.bytes, address);
  try {
    const answer = await answerOf(read, sandbox);
    if (answer instanceof Response) return answer;
    const params = new Params(read.params, sandbox.clock.now);
    const response = respond(answer, params.string('format'), params.string('callback') ?? '');
    return request.method === 'HEAD' ? new Response(null, response) : response;
  } finally {
    await Promise.all(read.bytesIds.map((id) => sandbox.bytes.delete(id)));
  }
}

async function answerOf(read: ApiRequest, sandbox: SandboxContext): Promise<Json | Response> {
  const { params } = read;
  if (new Params(params, sandbox.clock.now).string('service')?.toLowerCase() !== 'multirequest')
    return attempt(params, read, sandbox);
  const answers: Json[] = [];
  for (const item of itemsOf(params)) {
    const resolved = resolveReferences(item, answers);
    const answer = await attempt(isNested(resolved) ? resolved : {}, read, sandbox);
    // A file cannot be an element of a list: it becomes the whole answer.
    if (answer instanceof Response) return answer;
    answers.push(answer);
  }
  return answers;
}

/** An error is an answer like any other; only a defect of the sandbox itself is thrown on. */
async function attempt(params: RawParams, read: ApiRequest, sandbox: SandboxContext): Promise<Json | Response> {
  try {
    return await dispatch(params, read, sandbox);
  } catch (error) {
    if (error instanceof KalturaApiException) return error.toJson();
    throw error;
  }
}
