import type { SandboxContext } from '../SandboxContext.ts';
import type { Session } from '../session/Session.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import type { Params } from './Params.ts';
import type { ApiRequest } from './readRequest.ts';
import type { Json } from './json.ts';

/** A service of the API under its own spelling, e.g. `uploadToken`; calls find it whatever the case. */
export interface Service {
  name: string;
  /** By their own spelling too. What is not here answers `ACTION_DOES_NOT_EXISTS`. */
  actions: Readonly<Record<string, Action>>;
}

/**
 * One action. Its parameters were checked against the declarations (required ones are there, enumerations hold), the KS and the permission too.
 * Throws `KalturaApiException` to answer an error. A `Response` replaces the whole answer (file actions).
 */
export type Action = (call: Call) => Json | Response | Promise<Json | Response>;

export interface Call {
  /** In the service's own spelling. */
  service: string;
  action: string;
  params: Params;
  session: Session;
  /** The session's account. Throws `SERVICE_FORBIDDEN` when there is no session. */
  partner: PartnerState;
  sandbox: SandboxContext;
  /** Base of URLs in answers, e.g. `http://127.0.0.1:8788`. */
  origin: string;
  request: ApiRequest;
}
