import { andThen } from '../andThen.ts';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import type { Call } from './Call.ts';
import type { RateLimit } from './createRateLimit.ts';
import type { Answer, Endpoint, PersonalEndpoint } from './Endpoint.ts';

export interface EndpointRunnerOptions {
  verify: (token: string) => Promise<HostToken> | HostToken;
  plans: ReadonlySet<string>;
  /** By person. */
  userLimit: RateLimit;
  /** Host tokens that were refused, by address. */
  refusedLimit: RateLimit;
  /** Throws `token_replayed` for a host token that has changed something before. */
  takeOnce: (hostToken: HostToken) => Promise<void>;
  isDraining: () => boolean;
  /** Undefined when the storage is ready; throws `storage_unavailable` while it is not. */
  prepare: () => Promise<void> | undefined;
}

/**
 * Runs endpoints for those who may: host token → limit → plan → role → storage → used once, for writes → endpoint. Throws
 * ExchangeProblem.
 */
export function createEndpointRunner(
  options: EndpointRunnerOptions,
): (endpoint: Endpoint, call: Call) => Promise<Answer> | Answer {
  const { verify, plans, userLimit, refusedLimit, takeOnce, isDraining, prepare } = options;

  function authenticate({ request, caller }: Call): Promise<HostToken> | HostToken {
    const refused = (error: unknown): never => {
      if (error instanceof ExchangeProblem && error.status === 401) refusedLimit.take(caller.address ?? 'unknown');
      throw error;
    };
    try {
      const hostToken = verify(bearerOf(request.headers.get('authorization')));
      return hostToken instanceof Promise ? hostToken.catch(refused) : hostToken;
    } catch (error) {
      return refused(error);
    }
  }

  function authorize(endpoint: PersonalEndpoint, call: Call, { person, hub, plan, role }: HostToken): void {
    call.hub = hub;
    call.left = userLimit.take(person);
    const isEntitled = typeof plan === 'string' && plans.has(plan);
    if (!isEntitled && endpoint.isForAnyPlan !== true) throw new ExchangeProblem('plan_not_entitled');
    if (!endpoint.roles.includes(role)) throw new ExchangeProblem('role_required');
    // One that is not allowed was refused before; a browser always sends one with a write.
    if (endpoint.isAdminWrite && call.request.headers.get('origin') === null) {
      throw new ExchangeProblem('origin_not_allowed');
    }
  }

  async function write(endpoint: PersonalEndpoint, { request }: Call, hostToken: HostToken): Promise<Answer> {
    await takeOnce(hostToken);
    return endpoint.run(request, hostToken);
  }

  return (endpoint, call) => {
    if (endpoint.roles === null) return endpoint.run(call.request);
    if (isDraining()) throw new ExchangeProblem('draining', { retryAfter: 2 });
    return andThen(authenticate(call), (hostToken) => {
      authorize(endpoint, call, hostToken);
      return andThen(prepare(), () =>
        endpoint.isAdminWrite ? write(endpoint, call, hostToken) : endpoint.run(call.request, hostToken),
      );
    });
  };
}

/** The token of the header. What is no token is found out by verifying it. */
function bearerOf(header: string | null): string {
  if (header === null) throw new ExchangeProblem('token_missing');
  if (header.slice(0, 7).toLowerCase() !== 'bearer ') throw new ExchangeProblem('token_invalid');
  return header.slice(7);
}
