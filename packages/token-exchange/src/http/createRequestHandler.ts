import { ExchangeProblem } from '../ExchangeProblem.ts';
import { describeError, type Log } from '../log.ts';
import { addCrossOriginHeaders, addPreflightHeaders, requestIdOf, securityHeaders } from './answerHeaders.ts';
import type { Call, Caller } from './Call.ts';
import { createEndpointRunner, type EndpointRunnerOptions } from './createEndpointRunner.ts';
import { createRoutes, type Route } from './createRoutes.ts';
import type { Answer, Endpoint } from './Endpoint.ts';
import { problemAnswer } from './problemAnswer.ts';
import { checkBodyHeaders } from './readJsonBody.ts';

export interface RequestHandlerOptions extends EndpointRunnerOptions {
  endpoints: readonly Endpoint[];
  /** Exact origins of web pages that may call. */
  allowedOrigins: ReadonlySet<string>;
  /** Told about every answer. */
  onAnswer?: (answer: AnsweredRequest) => void;
  log: Log;
}

export interface AnsweredRequest {
  /** The pattern of the path, or `unknown`. */
  route: string;
  status: number;
  /** Of the catalogue, if it was a problem. */
  code: string | undefined;
  ms: number;
}

/** `(Request) → Response` for a table of endpoints: everything that is the same for all of them happens here. */
export function createRequestHandler(
  options: RequestHandlerOptions,
): (request: Request, caller?: Caller) => Promise<Response> | Response {
  const { allowedOrigins, userLimit, onAnswer, log } = options;
  const routeOf = createRoutes(options.endpoints);
  const runEndpoint = createEndpointRunner(options);

  /** Answers with what `work` answers or throws; at once if it does. */
  function respond(call: Call, work: (call: Call) => Promise<Answer> | Answer): Promise<Response> | Response {
    const origin = call.request.headers.get('origin');
    const isAllowed = origin !== null && allowedOrigins.has(origin);
    const finish = (answer: Answer): Response => toResponse(call, answer, isAllowed ? origin : null);
    const fail = (error: unknown): Response => {
      const problem = error instanceof ExchangeProblem ? error : new ExchangeProblem('internal', { cause: error });
      logFault(call, problem);
      return toResponse(call, problemAnswer(problem, call.requestId), isAllowed ? origin : null, problem.code);
    };
    try {
      if (origin !== null && !isAllowed) throw new ExchangeProblem('origin_not_allowed');
      checkBodyHeaders(call.request.headers);
      const answer = work(call);
      return answer instanceof Promise ? answer.then(finish, fail) : finish(answer);
    } catch (error) {
      return fail(error);
    }
  }

  function toResponse(call: Call, answer: Answer, origin: string | null, code?: string): Response {
    const { request, requestId, route, startedAt, hub } = call;
    const { status, body } = answer;
    const ms = performance.now() - startedAt;
    log('info', { event: 'request', request_id: requestId, method: request.method, route, status, code, hub, ms });
    onAnswer?.({ route, status, code, ms });
    const headers = securityHeaders(requestId);
    if (origin !== null) addCrossOriginHeaders(headers, origin);
    if (call.left !== undefined) Object.assign(headers, userLimit.headers(call.left));
    if (answer.headers !== undefined) Object.assign(headers, answer.headers);
    if (body !== null) headers['Content-Type'] ??= 'application/json';
    return new Response(request.method === 'HEAD' ? null : toText(body), { status, headers });
  }

  function logFault({ requestId, hub }: Call, problem: ExchangeProblem): void {
    if (problem.status < 500) return;
    const level = problem.code === 'internal' ? 'error' : 'warn';
    const cause = describeError(problem.cause ?? problem);
    log(level, { event: 'fault', request_id: requestId, code: problem.code, hub, ...cause });
  }

  function answerPreflight({ request }: Call): Answer {
    const headers: Record<string, string> = {};
    if (request.headers.get('origin') === null) throw new ExchangeProblem('origin_not_allowed');
    addPreflightHeaders(headers);
    return { status: 204, body: null, headers };
  }

  function runRoute({ endpoints, allow }: Route, call: Call): Promise<Answer> | Answer {
    const { method } = call.request;
    if (method === 'OPTIONS') return answerPreflight(call);
    const endpoint = endpoints.get(method === 'HEAD' ? 'GET' : method);
    if (endpoint !== undefined) return runEndpoint(endpoint, call);
    const answer = problemAnswer(new ExchangeProblem('method_not_allowed'), call.requestId);
    return { ...answer, headers: { ...answer.headers, Allow: allow } };
  }

  return (request, caller = {}) => {
    const route = routeOf(request.url);
    return respond(toCall(request, caller, route?.path ?? 'unknown'), (call) => {
      if (route === undefined) throw new ExchangeProblem('not_found');
      return runRoute(route, call);
    });
  };
}

const toCall = (request: Request, caller: Caller, route: string): Call => ({
  request,
  caller,
  requestId: requestIdOf(request.headers.get('x-request-id')),
  route,
  startedAt: performance.now(),
});

const toText = (body: Answer['body']): string | null =>
  body === null || typeof body === 'string' ? body : JSON.stringify(body);
