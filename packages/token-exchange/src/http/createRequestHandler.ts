import { Hono } from 'hono';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import { describeError, type Log } from '../log.ts';
import { answerHeaders, preflightHeaders, requestIdOf } from './answerHeaders.ts';
import type { Answer, Endpoint } from './Endpoint.ts';
import { problemBody } from './problemBody.ts';
import type { RateLimit } from './createRateLimit.ts';
import { checkBodyHeaders } from './readJsonBody.ts';

export interface RequestHandlerOptions {
  endpoints: readonly Endpoint[];
  /** Exact origins of web pages that may call. */
  allowedOrigins: ReadonlySet<string>;
  verify: (token: string) => Promise<HostToken> | HostToken;
  plans: ReadonlySet<string>;
  /** By person. */
  userLimit: RateLimit;
  /** Host tokens that were refused, by address. */
  refusedLimit: RateLimit;
  isDraining: () => boolean;
  /** Undefined when the storage is ready; throws `storage_unavailable` while it is not. */
  prepare: () => Promise<void> | undefined;
  log: Log;
}

/** Who sent a request, as the server that received it knows. */
export interface Caller {
  address?: string | undefined;
}

interface Call {
  request: Request;
  caller: Caller;
  requestId: string;
  route: string;
  startedAt: number;
  hub?: string;
}

/** `(Request) → Response` for a table of endpoints: everything that is the same for all of them happens here. */
export function createRequestHandler(
  options: RequestHandlerOptions,
): (request: Request, caller?: Caller) => Promise<Response> {
  const { endpoints, allowedOrigins, isDraining, log } = options;

  async function respond(call: Call, answer: (call: Call) => Promise<Answer>): Promise<Response> {
    const origin = call.request.headers.get('origin');
    const allowed = origin !== null && allowedOrigins.has(origin) ? origin : null;
    let result: Answer;
    let code: string | undefined;
    try {
      if (origin !== null && allowed === null) throw new ExchangeProblem('origin_not_allowed');
      checkBodyHeaders(call.request.headers);
      result = await answer(call);
    } catch (error) {
      const problem = error instanceof ExchangeProblem ? error : new ExchangeProblem('internal', { cause: error });
      code = problem.code;
      result = problemAnswer(problem, call.requestId);
      logFault(call, problem);
    }
    const { request, requestId, route, startedAt, hub } = call;
    const ms = performance.now() - startedAt;
    log('info', {
      event: 'request',
      request_id: requestId,
      method: request.method,
      route,
      status: result.status,
      code,
      hub,
      ms,
    });
    return toResponse(result, answerHeaders(requestId, allowed));
  }

  function logFault({ requestId, hub }: Call, problem: ExchangeProblem): void {
    if (problem.status < 500) return;
    const level = problem.code === 'internal' ? 'error' : 'warn';
    const cause = describeError(problem.cause ?? problem);
    log(level, { event: 'fault', request_id: requestId, code: problem.code, hub, ...cause });
  }

  async function runEndpoint(endpoint: Endpoint, call: Call): Promise<Answer> {
    if (endpoint.roles === null) return endpoint.run(call.request);
    if (isDraining()) throw new ExchangeProblem('draining', { retryAfter: 2 });
    const hostToken = await authenticate(call, options);
    call.hub = hostToken.hub;
    const person = `${hostToken.issuer}\n${hostToken.subject}\n${hostToken.hub}`;
    options.userLimit.take(person);
    if (typeof hostToken.plan !== 'string' || !options.plans.has(hostToken.plan)) {
      throw new ExchangeProblem('plan_not_entitled');
    }
    if (!endpoint.roles.includes(hostToken.role)) throw new ExchangeProblem('role_required');
    await options.prepare();
    const answer = await endpoint.run(call.request, hostToken);
    return { ...answer, headers: { ...options.userLimit.headers(person), ...answer.headers } };
  }

  const app = new Hono<{ Bindings: Caller }>();
  const toCall = (request: Request, caller: Caller, route: string): Call => ({
    request,
    caller,
    requestId: requestIdOf(request.headers.get('x-request-id')),
    route,
    startedAt: performance.now(),
  });

  app.options('*', ({ req, env }) => {
    const origin = req.raw.headers.get('origin');
    const call = toCall(req.raw, env, 'preflight');
    if (origin === null || !allowedOrigins.has(origin)) {
      return respond(call, () => Promise.reject(new ExchangeProblem('origin_not_allowed')));
    }
    return toResponse({ status: 204, body: null }, preflightHeaders(call.requestId, origin));
  });
  for (const endpoint of endpoints) {
    app.on(endpoint.method, endpoint.path, ({ req, env }) =>
      respond(toCall(req.raw, env, endpoint.path), (call) => runEndpoint(endpoint, call)),
    );
  }
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const methods = endpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => method);
    app.all(path, ({ req, env }) =>
      respond(toCall(req.raw, env, path), ({ requestId }) => {
        const answer = problemAnswer(new ExchangeProblem('method_not_allowed'), requestId);
        return Promise.resolve({ ...answer, headers: { ...answer.headers, Allow: methods.join(', ') } });
      }),
    );
  }
  app.notFound(({ req, env }) =>
    respond(toCall(req.raw, env, 'unknown'), () => Promise.reject(new ExchangeProblem('not_found'))),
  );

  return async (request, caller = {}) => app.fetch(request, caller);
}

async function authenticate({ request, caller }: Call, options: RequestHandlerOptions): Promise<HostToken> {
  try {
    const header = request.headers.get('authorization');
    if (header === null) throw new ExchangeProblem('token_missing');
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(header)?.[1];
    if (token === undefined) throw new ExchangeProblem('token_invalid');
    return await options.verify(token);
  } catch (error) {
    if (error instanceof ExchangeProblem && error.status === 401)
      options.refusedLimit.take(caller.address ?? 'unknown');
    throw error;
  }
}

function problemAnswer(problem: ExchangeProblem, requestId: string): Answer {
  const retryAfter = problem.retryAfter ?? (problem.status === 503 || problem.status === 429 ? 5 : undefined);
  return {
    status: problem.status,
    body: problemBody(problem, requestId),
    headers: {
      'Content-Type': 'application/problem+json',
      ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
      ...(problem.status === 401 && { 'WWW-Authenticate': 'Bearer error="invalid_token"' }),
    },
  };
}

function toResponse({ status, body, headers }: Answer, common: Record<string, string>): Response {
  if (body === null) return new Response(null, { status, headers: { ...common, ...headers } });
  const contentType = { 'Content-Type': 'application/json' };
  return new Response(JSON.stringify(body), { status, headers: { ...contentType, ...common, ...headers } });
}
