import type * as v from 'valibot';
import { systemClock } from '../api/Clock.ts';
import { defaultRetry, type RetryOptions, retrying } from '../api/retrying.ts';
import { ExchangeError } from '../errors.ts';
import { type AuditAnswer, auditAnswerSchema } from '../exchange/auditAnswer.ts';
import {
  type ConnectionAnswer,
  connectionAnswerSchema,
  type ConnectionInput,
  type RotationInput,
} from '../exchange/connectionAnswer.ts';
import { type ConnectionTestAnswer, connectionTestAnswerSchema } from '../exchange/connectionTestAnswer.ts';
import { createExchangeCaller, type ExchangeAccess, type ExchangeCall } from '../exchange/createExchangeCaller.ts';
import {
  type GuidedAccountAnswer,
  guidedAccountAnswerSchema,
  type GuidedAccountInput,
  type GuidedConnectInput,
  type GuidedSignInAnswer,
  guidedSignInAnswerSchema,
  type GuidedSignInInput,
} from '../exchange/guidedConnection.ts';
import { readExchangeAnswer } from '../exchange/readExchangeAnswer.ts';
import { servicesAnswerSchema } from '../exchange/servicesAnswer.ts';

export interface ExchangeAdminOptions extends ExchangeAccess {
  /** For what is only read; nothing that changes something is sent a second time by itself. */
  retry?: Partial<RetryOptions> | undefined;
  /** 0 ≤ x < 1; spreads retries. */
  random?: (() => number) | undefined;
}

export interface AdminCallOptions {
  signal?: AbortSignal | undefined;
}

/** Names the state a write was made for: the connection's `version`, or null where there was none. */
export interface AdminWriteOptions extends AdminCallOptions {
  /** Another version by then: `changed_meanwhile`. */
  version: number | null;
}

/** What a hub admin may do with the hub's connection to Kaltura. Every call may throw what `CallExchange` throws. */
export interface ExchangeAdmin {
  readonly connection: {
    /** Null when nobody has connected the hub. */
    get(options?: AdminCallOptions): Promise<ConnectionAnswer | null>;
    put(input: ConnectionInput, options: AdminWriteOptions): Promise<ConnectionAnswer>;
    remove(options: AdminWriteOptions): Promise<void>;
    /** Tries the stored connection, or values that are not stored yet. */
    test(input?: ConnectionInput, options?: AdminCallOptions): Promise<ConnectionTestAnswer>;
    pause(options: AdminWriteOptions): Promise<ConnectionAnswer>;
    resume(options: AdminWriteOptions): Promise<ConnectionAnswer>;
    /** A new App Token takes over; the former one stays at hand for a day. */
    rotate(input: RotationInput, options: AdminWriteOptions): Promise<ConnectionAnswer>;
    /** Forgets the former App Token now. */
    endRotation(options: AdminWriteOptions): Promise<ConnectionAnswer>;
  };
  readonly audit: {
    /** The hub's changes, newest first; `before` is the `next` of the page before. */
    list(
      page?: { before?: string | undefined; limit?: number | undefined },
      options?: AdminCallOptions,
    ): Promise<AuditAnswer>;
  };
  readonly services: {
    /** Origins of the Kaltura services that the operator of the exchange allows. */
    list(options?: AdminCallOptions): Promise<readonly string[]>;
  };
  /** Connecting by signing in to Kaltura: the credentials are sent once, a handle goes from step to step. */
  readonly guided: {
    signIn(input: GuidedSignInInput, options?: AdminCallOptions): Promise<GuidedSignInAnswer>;
    chooseAccount(input: GuidedAccountInput, options?: AdminCallOptions): Promise<GuidedAccountAnswer>;
    connect(input: GuidedConnectInput, options: AdminWriteOptions): Promise<ConnectionAnswer>;
  };
}

/**
 * The hub admin's side of the token exchange. What is only read is repeated after a passing failure; writes are not, and
 * each names the version it changes, so that two admins cannot overwrite each other.
 */
export function createExchangeAdmin(options: ExchangeAdminOptions): ExchangeAdmin {
  const { clock = systemClock, random = Math.random } = options;
  const call = createExchangeCaller({ timeoutMs: 60_000, ...options });

  const once = async <TAnswer>(schema: Schema<TAnswer>, request: ExchangeCall): Promise<TAnswer> =>
    readExchangeAnswer(schema, await call(request));
  const again = <TAnswer>(schema: Schema<TAnswer>, request: ExchangeCall): Promise<TAnswer> =>
    retrying(() => once(schema, request), {
      retry: { ...defaultRetry, ...options.retry },
      clock,
      random,
      signal: request.signal,
      mayRetry: () => true,
    });
  const write = (
    method: ExchangeCall['method'],
    path: string,
    { version, signal }: AdminWriteOptions,
    body?: object,
  ): Promise<ConnectionAnswer> =>
    once(connectionAnswerSchema, { method, path, body, signal, headers: precondition(version) });

  return {
    connection: {
      async get({ signal } = {}) {
        try {
          return await again(connectionAnswerSchema, { method: 'GET', path: paths.connection, signal });
        } catch (error) {
          if (error instanceof ExchangeError && error.code === 'not_connected') return null;
          throw error;
        }
      },
      put: (input, to) => write('PUT', paths.connection, to, input),
      async remove({ version, signal }) {
        await call({ method: 'DELETE', path: paths.connection, headers: precondition(version), signal });
      },
      test: (input, { signal } = {}) =>
        once(connectionTestAnswerSchema, { method: 'POST', path: paths.test, body: input, signal }),
      pause: (to) => write('PUT', paths.pause, to),
      resume: (to) => write('DELETE', paths.pause, to),
      rotate: (input, to) => write('PUT', paths.rotation, to, input),
      endRotation: (to) => write('DELETE', paths.rotation, to),
    },
    audit: {
      list({ before, limit } = {}, { signal } = {}) {
        const query = new URLSearchParams({
          ...(before !== undefined && { before }),
          ...(limit !== undefined && { limit: String(limit) }),
        });
        const path = query.size === 0 ? paths.audit : `${paths.audit}?${query}`;
        return again(auditAnswerSchema, { method: 'GET', path, signal });
      },
    },
    services: {
      list: async ({ signal } = {}) =>
        (await again(servicesAnswerSchema, { method: 'GET', path: paths.services, signal })).service_urls,
    },
    guided: {
      signIn: (body, { signal } = {}) =>
        once(guidedSignInAnswerSchema, { method: 'POST', path: paths.signIn, body, signal }),
      chooseAccount: (body, { signal } = {}) =>
        once(guidedAccountAnswerSchema, { method: 'POST', path: paths.account, body, signal }),
      connect: (body, to) => write('POST', paths.connect, to, body),
    },
  };
}

const paths = {
  connection: '/v1/admin/connection',
  test: '/v1/admin/connection/test',
  pause: '/v1/admin/connection/pause',
  rotation: '/v1/admin/connection/rotation',
  audit: '/v1/admin/audit',
  services: '/v1/admin/services',
  signIn: '/v1/admin/guided/sign-in',
  account: '/v1/admin/guided/account',
  connect: '/v1/admin/guided/connect',
} as const;

type Schema<TAnswer> = v.GenericSchema<unknown, TAnswer>;

const precondition = (version: number | null): Record<string, string> =>
  version === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${version}"` };
